using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;
using Stanch.Policy.Imports;

namespace Stanch.Cli.Projects;

/// <summary>What an import writes, and what it leaves.</summary>
internal sealed class ImportResult
{
    /// <summary>Files other than the configuration, by their full path.</summary>
    public List<(string Path, string Text)> Files { get; } = [];

    /// <summary>What was written, a line each.</summary>
    public List<string> Written { get; } = [];

    /// <summary>What has no counterpart here.</summary>
    public required IReadOnlyList<NotCarriedOver> Left { get; init; }

    public void Count(string file, int count, string one, string many)
    {
        if (count > 0) Written.Add($"{file}: {Counted.Of(count, one, many)}");
    }

    public void Say(Invocation here, bool dryRun)
    {
        using var output = here.Terminal.OutputText();
        foreach (var line in Written) output.WriteLine(line);
        if (Written.Count == 0) output.WriteLine("Nothing to take over.");
        if (dryRun) output.WriteLine("Nothing was written: this was a dry run.");
        if (Left.Count > 0) output.WriteLine("Not carried over, or not exactly:");
        foreach (var left in Left) output.WriteLine($"  {Shown.Text(left.What)}: {Shown.Text(left.Why)}");
    }
}
