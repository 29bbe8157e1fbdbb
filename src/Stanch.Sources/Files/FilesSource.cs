using Stanch.Sources.StandardInput;

namespace Stanch.Sources.Files;

/// <summary>Files and folders as they lie on the disk. Ignored files are read too: an untracked <c>.env</c> is a leak that waits.</summary>
public sealed class FilesSource : IScanSource
{
    private const string RespectGitIgnore = "respect-gitignore";
    private const string StandardInputTarget = "-";

    public string Name => "files";

    public string Summary => "Files and folders, and standard input as '-'.";

    public IReadOnlyList<SourceOption> Options { get; } = [new(RespectGitIgnore, "Leave out what .gitignore files leave out.")];

    public void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        var targets = request.Targets.Count == 0 ? ["."] : request.Targets;
        var roots = targets.Where(target => target != StandardInputTarget).Select(target => FileRoot.Open(request.WorkingDirectory, target)).ToArray();
        if (targets.Contains(StandardInputTarget))
        {
            StandardInputSource.Walk(request, sink, cancellation);
        }

        if (roots.Length > 0)
        {
            new FileWalk(FileSystems.Current, request, sink, request.Has(RespectGitIgnore)).Run(roots, cancellation);
        }
    }
}
