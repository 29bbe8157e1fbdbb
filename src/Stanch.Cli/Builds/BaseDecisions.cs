using Stanch.Cli.CommandLine;
using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Builds;

/// <summary>
/// The decisions that hold for a build: those of the commit before what it brings, so that a change cannot excuse itself. What the change would alter
/// is listed.
/// </summary>
internal sealed class BaseDecisions(CiPlan plan, CiSettings settings, Invocation here)
{
    private readonly CommitFiles? _files = plan.Range.Base is { } commit ? CommitFiles.At(plan.Repository.Root, commit) : null;

    /// <summary>True where what is checked out decides about itself: the build brings nothing, or the user trusts it.</summary>
    public bool IsOfChange => settings.TrustChange || (plan.Range.IsSettled && settings.Range.PolicyFrom is null);

    /// <summary>Reads a decision; null where what is checked out is read.</summary>
    public Func<string, string?>? Read => IsOfChange ? null : path => Text(_files, path);

    /// <summary>What the change would alter, a line each.</summary>
    public IReadOnlyList<string> Brought()
    {
        if (IsOfChange || settings.Scan.NoConfig) return [];
        using var changed = CommitFiles.At(plan.Repository.Root, plan.Range.Heads[0]);
        return new DecisionChanges(plan, Sources, DateOnly.FromDateTime(here.Time.GetUtcNow().UtcDateTime)).Between(Read!, path => Text(changed, path));
    }

    /// <summary>Files that decide must not come with the change, whoever names them.</summary>
    /// <exception cref="UsageException">One does.</exception>
    public void RefuseFilesOfTheTree()
    {
        if (settings.TrustChange) return;
        foreach (var (who, name) in new[] { ("--config", settings.Scan.Config), ("--baseline", settings.Scan.Baseline), ("STANCH_CONFIG", here.Variable("STANCH_CONFIG")) })
        {
            if (name is { Length: > 0 } && IsOfTree(name))
                throw new UsageException($"{who} names '{name}', which comes with what is scanned, so that a change could excuse itself: leave it out (the commit before decides by its own files), keep the file elsewhere, or trust every change with --trust-change");
        }
    }

    private ConfigurationSources Sources => ConfigurationSources.ForFolder(plan.Repository.Root, here.Variable);

    private bool IsOfTree(string name)
    {
        var relative = Path.GetRelativePath(plan.Repository.Root, Path.GetFullPath(name, here.WorkingDirectory)).Replace('\\', '/');
        if (relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return false;
        using var changed = CommitFiles.At(plan.Repository.Root, plan.Range.Heads[0]);
        return changed.Read(relative) is not null;
    }

    private static string? Text(CommitFiles? files, string path) => files?.Read(path) is { } bytes ? TextFiles.Decode(path, bytes) : null;
}
