using System.Diagnostics;
using System.Globalization;
using System.Text;
using Stanch.Catalogue;
using Stanch.Detection.Scanning;
using Stanch.Sources.Files;
using Stanch.Sources.Git;

namespace Stanch.Bench.Ratios;

/// <summary>What is measured: bytes in memory, a folder, a history of many files and one of many versions.</summary>
internal static class Stages
{
    private const int Files = 400;
    private static readonly Scanner Scanner = new(BuiltInCatalogue.Detectors, BuiltInCatalogue.Keywords);

    public static IReadOnlyList<Stage> All(string folder)
    {
        var source = new SourceText();
        var blobs = Enumerable.Range(0, 60).Select(_ => source.Lines(400)).ToArray();
        var tree = MakeTree(Path.Combine(folder, "tree"), source);
        var text = blobs.SelectMany(blob => blob).ToArray();
        var packed = References.Deflate(text);
        var buffer = new byte[1 << 20];
        var wide = MakeRepository(Path.Combine(folder, "wide.git"), Enumerable.Range(0, Files).Select(i => (i, source.Lines(200))));
        var deep = MakeRepository(Path.Combine(folder, "deep.git"), Versions(source));
        return
        [
            new("blobs in memory, beside a table walk", () => Search(blobs), () => Repeat(4, () => References.Walk(text))),
            new("folder, beside a plain read", () => Scan(new FilesSource(), tree), () => References.Read(tree, buffer)),
            new("history of many files, beside inflating", () => ScanAnew(wide), () => Repeat(2, () => References.Inflate(packed, buffer))),
            new("history of many versions, beside inflating", () => ScanAnew(deep), () => Repeat(2, () => References.Inflate(packed, buffer))),
        ];
    }

    private static void Search(byte[][] blobs)
    {
        var session = new ScanSession(Scanner);
        foreach (var blob in blobs) session.Accept(new Blob(blob, new Provenance.File("a.js")));
    }

    private static void Scan(IScanSource source, string target)
    {
        var session = new ScanSession(Scanner);
        source.Walk(new SourceRequest([target]), session, CancellationToken.None);
        if (session.Progress.Blobs < Files || session.Coverage().Gaps.Count > 0) throw new InvalidOperationException($"{target} was not read whole");
    }

    // A first scan is meant: what was kept of the one before would leave nothing to do.
    private static void ScanAnew(string repository)
    {
        var kept = Path.Combine(repository, "stanch");
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
        Scan(new GitSource(), repository);
    }

    private static void Repeat(int times, Action work)
    {
        for (var i = 0; i < times; i++) work();
    }

    private static string MakeTree(string folder, SourceText source)
    {
        for (var i = 0; i < Files; i++)
        {
            var path = Path.Combine(folder, PathOf(i));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, source.Lines(150));
        }

        return folder;
    }

    private static IEnumerable<(int, byte[])> Versions(SourceText source)
    {
        var file = source.Lines(300);
        for (var i = 0; i < 2 * Files; i++)
        {
            source.Lines(2).AsSpan(0, 40).CopyTo(file.AsSpan(i * 7919 % (file.Length - 40)));
            yield return (0, [.. file]);
        }
    }

    private static string MakeRepository(string path, IEnumerable<(int File, byte[] Content)> commits)
    {
        Git("init", "--quiet", "--bare", "--initial-branch=main", path).WaitForExit();
        using var import = Git("-C", path, "fast-import", "--quiet");
        var stream = import.StandardInput.BaseStream;
        foreach (var (file, content) in commits)
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"commit refs/heads/main\ncommitter a <a@example.com> 1700000000 +0000\ndata 1\na\nM 100644 inline {PathOf(file)}\ndata {content.Length}\n")));
            stream.Write(content);
            stream.WriteByte((byte)'\n');
        }

        import.StandardInput.Close();
        import.WaitForExit();
        return import.ExitCode == 0 ? path : throw new InvalidOperationException($"git fast-import could not write {path}");
    }

    private static Process Git(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardInput = true }) ?? throw new InvalidOperationException("git could not be started");

    private static string PathOf(int file) => string.Create(CultureInfo.InvariantCulture, $"src/m{file / 50}/f{file}.js");
}
