using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Stanch.Sources.Files;

/// <summary>One walk over trees on several threads: folders and batches of files are taken from one stack, so that what is pending stays small.</summary>
internal sealed class FileWalk(IFileSystem files, SourceRequest request, IBlobSink sink, bool respectGitIgnore)
{
    private const int BatchFiles = 64;
    private readonly ConcurrentStack<WalkItem> _pending = [];
    private ExceptionDispatchInfo? _failure;
    private int _open;
    private int _cut;

    /// <summary>Reads everything below the roots, on the threads that the request allows; returns when all have ended.</summary>
    /// <remarks>An exception of the sink ends the walk and comes out of here, once.</remarks>
    public void Run(IReadOnlyList<FileRoot> roots, CancellationToken cancellation)
    {
        foreach (var root in roots.Reverse())
        {
            Push(WalkItem.ForRoot(root, respectGitIgnore && root.IsDirectory ? GitIgnoreRules.Above(files, root.FullPath) : GitIgnoreRules.None));
        }

        var threads = new Thread[Math.Max(1, request.Jobs) - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => Work(cancellation)) { IsBackground = true, Name = "stanch files" };
            threads[i].Start();
        }

        Work(cancellation);
        Array.ForEach(threads, thread => thread.Join());
        _failure?.Throw();
        if (cancellation.IsCancellationRequested && _pending.Count + _cut is var left and > 0)
        {
            sink.NotRead(new CoverageGap("", GapKind.Interrupted, $"stopped with {left} folders and batches of files still to read"));
        }
    }

    private void Push(WalkItem item)
    {
        Interlocked.Increment(ref _open);
        _pending.Push(item);
    }

    private void Work(CancellationToken cancellation)
    {
        using var reader = new FileReader(files, sink);
        var wait = default(SpinWait);
        while (!cancellation.IsCancellationRequested && Volatile.Read(ref _open) > 0 && Volatile.Read(ref _failure) is null)
        {
            if (!_pending.TryPop(out var item))
            {
                wait.SpinOnce();
                continue;
            }

            try
            {
                Take(item, reader, cancellation);
            }
            catch (Exception e)
            {
                // On a thread of its own it would end the process, and the others would wait for ever for what it had taken.
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    private void Take(WalkItem item, FileReader reader, CancellationToken cancellation)
    {
        if (item.Files is { } batch)
        {
            foreach (var name in batch)
            {
                if (cancellation.IsCancellationRequested)
                {
                    Interlocked.Increment(ref _cut);
                    return;
                }

                reader.Read(item.Path.Join(name), item.ShownOf(name), followLink: false);
            }
        }
        else if (item.IsFolder)
        {
            ListFolder(item);
        }
        else
        {
            reader.Read(item.Path, item.Shown, followLink: true);
        }
    }

    private void ListFolder(WalkItem folder)
    {
        if (!TryList(folder, out var entries))
        {
            return;
        }

        var rules = respectGitIgnore ? folder.Rules.Enter(files, folder.Path, folder.Relative, entries) : folder.Rules;
        var batch = new List<byte[]>();
        foreach (var entry in entries)
        {
            Sort(folder, entry, rules, batch);
            if (batch.Count == BatchFiles)
            {
                Push(folder.WithFiles([.. batch]));
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            Push(folder.WithFiles([.. batch]));
        }
    }

    private bool TryList(WalkItem folder, out List<FileEntry> entries)
    {
        try
        {
            entries = files.List(folder.Path, folder.IsRoot);
            return true;
        }
        catch (IOException e)
        {
            sink.NotRead(new CoverageGap(folder.Shown.Length == 0 ? "." : folder.Shown, GapKind.Unreadable, $"the folder cannot be listed: {e.Message}"));
            entries = [];
            return false;
        }
    }

    private void Sort(WalkItem folder, FileEntry entry, GitIgnoreRules rules, List<byte[]> batch)
    {
        var shown = folder.ShownOf(entry.Name);
        var relative = folder.RelativeOf(entry.Name);
        var isFolder = entry.Kind == FileKind.Folder;
        if (request.Excludes(isFolder ? relative + "/" : relative))
        {
            sink.NotRead(new CoverageGap(shown, GapKind.Excluded, "left out by --exclude or the configuration"));
        }
        else if (rules.Ignores(relative, isFolder))
        {
            sink.NotRead(new CoverageGap(shown, GapKind.Excluded, "left out by .gitignore"));
        }
        else if (isFolder)
        {
            PushFolder(folder, entry.Name, rules);
        }
        else if (entry.Kind == FileKind.File)
        {
            batch.Add(entry.Name);
        }
        else
        {
            NameSpecial(folder, entry, shown);
        }
    }

    // A repository's own folder holds history, which is another source's business; its configuration may hold credentials.
    private void PushFolder(WalkItem folder, byte[] name, GitIgnoreRules rules)
    {
        if (name.AsSpan().SequenceEqual(".git"u8))
        {
            var git = folder.Into(name, rules);
            if (TryList(git, out var entries))
            {
                sink.NotRead(new CoverageGap(git.Shown, GapKind.Excluded, "a repository's own folder: only its configuration was read; `stanch scan git` reads the history"));
                if (entries.Exists(entry => entry.Kind == FileKind.File && entry.Name.AsSpan().SequenceEqual("config"u8)))
                {
                    Push(git.WithFiles(["config"u8.ToArray()]));
                }
            }

            return;
        }

        Push(folder.Into(name, rules));
    }

    private void NameSpecial(WalkItem folder, FileEntry entry, string shown)
    {
        if (entry.Kind == FileKind.Special)
        {
            sink.NotRead(new CoverageGap(shown, GapKind.SpecialFile, "a device, socket or FIFO"));
        }
        else if (files.ResolveLink(folder.Path.Join(entry.Name)) is { } target && !folder.Root.Holds(target))
        {
            sink.NotRead(new CoverageGap(shown, GapKind.SpecialFile, "a link that leaves the tree: name its target to scan it"));
        }
    }
}
