using System.Diagnostics;
using Stanch.Detection;
using Stanch.Sources.Files;

namespace Stanch.Sources.Tests.Files;

/// <summary>A temporary folder, made with the shell where the base library cannot.</summary>
internal sealed class Tree : IDisposable
{
    public Tree() => Directory.CreateDirectory(Root);

    /// <summary>What lies around the tree.</summary>
    public string Outside { get; } = Directory.CreateTempSubdirectory("stanch-files-").FullName;

    public string Root => Path.Combine(Outside, "tree");

    public Tree File(string path, string content = "x")
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, content);
        return this;
    }

    public Tree Link(string path, string target)
    {
        System.IO.File.CreateSymbolicLink(Path.Combine(Root, path), target);
        return this;
    }

    /// <summary>Runs a script in the tree; for names that are no text, FIFOs and sparse files.</summary>
    public Tree Shell(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-ec", script]) { WorkingDirectory = Root })!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, script);
        return this;
    }

    public Collected Scan(params string[] targets) => Scan(request => request, targets);

    public Collected Scan(Func<SourceRequest, SourceRequest> with, params string[] targets)
    {
        var collected = new Collected();
        new FilesSource().Walk(with(new SourceRequest(targets, 2) { WorkingDirectory = Root }), collected, TestContext.Current.CancellationToken);
        return collected;
    }

    public void Dispose()
    {
        // Deeper than any path may be long: only a walk from within takes it away.
        using var process = Process.Start("rm", ["-rf", Outside]);
        process.WaitForExit();
    }
}
