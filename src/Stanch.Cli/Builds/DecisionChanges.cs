using Stanch.Policy;
using Stanch.Sources.Git;

namespace Stanch.Cli.Builds;

/// <summary>What a change would alter in the decisions of a project: configuration of every folder, detectors, baseline.</summary>
internal sealed class DecisionChanges(CiPlan plan, ConfigurationSources sources, DateOnly today)
{
    private readonly CommitQuestions _git = new(plan.Repository);

    public IReadOnlyList<string> Between(Func<string, string?> before, Func<string, string?> after)
    {
        var folders = Folders();
        var was = Load(before, folders);
        try
        {
            var becomes = Load(after, folders);
            return [.. Settings(was, becomes), .. Detectors(was, becomes), .. Accepted(was, becomes, before, after), .. becomes.Problems.Select(problem => $"breaks {problem}")];
        }
        catch (ConfigurationException broken)
        {
            return [.. broken.Problems.Select(problem => $"breaks {problem}")];
        }
    }

    // A folder's file is met by asking for something in that folder.
    private EffectiveConfiguration Load(Func<string, string?> read, IEnumerable<string> folders)
    {
        var configuration = ConfigurationLoader.Load(sources with { ReadFromTree = read });
        foreach (var path in folders) configuration.FailOnAt(path);
        return configuration;
    }

    private SortedSet<string> Folders() => new(
        new[] { plan.Range.Base, plan.Range.Heads[0] }.OfType<string>().Distinct().SelectMany(commit => _git.FilesNamed(ConfigurationSources.FileName, commit).Keys),
        StringComparer.Ordinal);

    private IEnumerable<string> Settings(EffectiveConfiguration was, EffectiveConfiguration becomes) =>
    [
        .. ConfigurationListing.Brought(was, becomes, today).Select(setting => $"sets {Describe(setting)}"),
        .. ConfigurationListing.Brought(becomes, was, today).Where(IsOfList).Select(setting => $"takes away {Describe(setting)}"),
    ];

    // Of a single value the new one is told.
    private static bool IsOfList(ShownSetting setting) => setting.Key is "exclude" or "ignore" || setting.Key.StartsWith("detectors.", StringComparison.Ordinal);

    private static string Describe(ShownSetting setting) => $"{setting.Key} {setting.Value} ({setting.Origin})";

    private static IEnumerable<string> Detectors(EffectiveConfiguration was, EffectiveConfiguration becomes)
    {
        var known = was.CustomDetectors.Select(source => (source.File, source.Yaml)).ToHashSet();
        return becomes.CustomDetectors.Where(source => !known.Contains((source.File, source.Yaml))).Select(source => source.File).Distinct().Select(file => $"alters the detectors of {file}");
    }

    private static IEnumerable<string> Accepted(EffectiveConfiguration was, EffectiveConfiguration becomes, Func<string, string?> before, Func<string, string?> after)
    {
        var (old, name) = (Baseline(was, before), becomes.BaselinePath.Value);
        var more = Baseline(becomes, after).Entries.Except(old.Entries).Count();
        return more == 0 ? [] : [$"accepts {more} {(more == 1 ? "finding" : "findings")} more in {name}"];
    }

    private static Baseline Baseline(EffectiveConfiguration configuration, Func<string, string?> read)
    {
        var name = configuration.BaselinePath.Value;
        return !Path.IsPathRooted(name) && read(name) is { } text ? BaselineFormat.Read(name, text) : Policy.Baseline.Empty;
    }
}
