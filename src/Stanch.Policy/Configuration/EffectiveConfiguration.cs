using Stanch.Detection;
using Stanch.Detection.Paths;

namespace Stanch.Policy;

/// <summary>
/// What holds, merged from the organisation's, the user's, the project's and its sub-folders' files. Of a single value the nearest file's wins; lists
/// add up, nearest first. Paths are relative to the root, with forward slashes. Safe for many threads.
/// </summary>
public sealed class EffectiveConfiguration
{
    /// <summary>The baseline's name where none is configured.</summary>
    public const string DefaultBaseline = ".stanch-baseline";

    private static readonly Setting<Evidence> DefaultFailOn = new(Evidence.Likely, ConfigurationOrigin.BuiltIn);
    private static readonly Setting<Severity> DefaultMinSeverity = new(Severity.Info, ConfigurationOrigin.BuiltIn);

    private readonly ConfigurationChain _chain;

    internal EffectiveConfiguration(ConfigurationChain chain, WholeScan whole)
    {
        _chain = chain;
        Incomplete = Nearest(file => file.Incomplete) ?? new Setting<IncompleteMode>(IncompleteMode.Fail, ConfigurationOrigin.BuiltIn);
        MaxTime = Nearest(file => file.MaxTime);
        Decode = Nearest(file => file.Decode) ?? new Setting<bool>(true, ConfigurationOrigin.BuiltIn);
        BaselinePath = whole.BaselinePath;
        FingerprintKey = whole.FingerprintKey;
        CustomDetectors = whole.CustomDetectors;
    }

    /// <summary>What an incomplete scan means.</summary>
    public Setting<IncompleteMode> Incomplete { get; }

    /// <summary>How long a scan may take; null for as long as it needs.</summary>
    public Setting<TimeSpan>? MaxTime { get; }

    /// <summary>Whether encoded text (base 64, escapes, …) is decoded and searched too.</summary>
    public Setting<bool> Decode { get; }

    /// <summary>Where the baseline is: relative to the root, or absolute where the user's or organisation's file says so.</summary>
    public Setting<string> BaselinePath { get; }

    /// <summary>The key of the fingerprints; null where none is configured.</summary>
    public Setting<FingerprintKey>? FingerprintKey { get; }

    /// <summary>Detectors that the configuration brings, still to be read by the catalogue's format.</summary>
    public IReadOnlyList<CustomDetectorSource> CustomDetectors { get; }

    /// <summary>What is wrong with sub-folders' files met so far; those are not obeyed. It becomes exit code 2.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems => _chain.Problems;

    /// <summary>What a person should know: keys of sub-folders' files that hold only at the root.</summary>
    public IReadOnlyList<string> Remarks => [.. _chain.Folders.SelectMany(WholeScan.NotObeyed)];

    /// <summary>All files that hold or were met, as a person knows them, nearest last.</summary>
    public IReadOnlyList<string> Files => [.. _chain.Top.Reverse().Concat(_chain.Folders).Select(file => file.Name)];

    /// <summary>The ignores of all files that hold or were met, expired ones among them.</summary>
    public IReadOnlyList<IgnoreRule> Ignores => [.. Layers.SelectMany(file => file.Ignore)];

    internal IReadOnlyList<ConfigurationFile> Layers => [.. _chain.Top.Reverse(), .. _chain.Folders];

    /// <summary>The evidence from which a finding at this path blocks.</summary>
    public Setting<Evidence> FailOnAt(string path) => Nearest(path, file => file.FailOn) ?? DefaultFailOn;

    /// <summary>The severity below which a finding at this path does not count.</summary>
    public Setting<Severity> MinSeverityAt(string path) => Nearest(path, file => file.MinSeverity) ?? DefaultMinSeverity;

    /// <summary>Whether a detector is on at all, and who says so. A sub-folder can switch one off for itself, never on.</summary>
    public Setting<bool> IsEnabled(string detectorId) => Decide(_chain.Top, detectorId);

    /// <summary>Whether a detector is on for a path, and who says so.</summary>
    public Setting<bool> IsEnabledAt(string detectorId, string path) =>
        IsEnabled(detectorId) is { Value: false } off ? off : Decide(_chain.For(TreePath.FolderOf(path)), detectorId);

    /// <summary>True for a path that is not to be read.</summary>
    /// <param name="path">A folder ends with a slash.</param>
    public bool Excludes(string path)
    {
        for (var i = 0; i < path.Length; i++)
            if (path[i] == '/' && Excludes(path.AsSpan(0, i), isFolder: true)) return true;
        return !path.EndsWith('/') && Excludes(path, isFolder: false);
    }

    /// <summary>The ignores of the files that hold for a path and the folders of those files, nearest first, expired ones among them.</summary>
    internal IEnumerable<(IgnoreRule Rule, string Folder)> IgnoresInFoldersOf(string path) =>
        _chain.For(TreePath.FolderOf(path)).SelectMany(file => file.Ignore.Select(rule => (rule, file.Folder)));

    /// <summary>Ids in the configuration that no detector has: a mistyped id would silently do nothing.</summary>
    /// <param name="known">The ids of all detectors, custom ones among them.</param>
    public IReadOnlyList<ConfigurationProblem> UnknownDetectors(IReadOnlyCollection<string> known)
    {
        var problems = new List<ConfigurationProblem>();
        foreach (var file in Layers)
            foreach (var (glob, origin) in DetectorsNamedIn(file))
                if (origin.Position is { } position && !known.Any(id => glob.Matches(id, isFolder: false)))
                    problems.Add(new ConfigurationProblem(position, Unknown(glob.Text, known)));
        return problems;
    }

    private static string Unknown(string id, IReadOnlyCollection<string> known) =>
        $"no detector is called '{id}'" + (NearestName.Of(id, known) is { } near ? $"; did you mean '{near}'?" : "; 'stanch detectors list' lists them");

    private static IEnumerable<(Glob Glob, ConfigurationOrigin Origin)> DetectorsNamedIn(ConfigurationFile file) =>
        file.Detectors.Enable.Concat(file.Detectors.Disable).Select(setting => (setting.Value, setting.Origin))
            .Concat(file.Ignore.Where(rule => rule.Detector is not null).Select(rule => (rule.Detector!, rule.Origin)));

    private static Setting<bool> Decide(IReadOnlyList<ConfigurationFile> files, string detectorId) =>
        files.Select(file => file.Detectors.Decide(detectorId)).FirstOrDefault(decision => decision is not null) ?? new Setting<bool>(true, ConfigurationOrigin.BuiltIn);

    private bool Excludes(ReadOnlySpan<char> path, bool isFolder)
    {
        foreach (var file in _chain.For(TreePath.FolderOf(path)))
            for (var i = file.Exclude.Count - 1; i >= 0; i--)
                if (file.Exclude[i].Value is var glob && glob.Matches(TreePath.From(file.Folder, path), isFolder)) return !glob.IsNegated;
        return false;
    }

    private Setting<T>? Nearest<T>(Func<ConfigurationFile, Setting<T>?> value) => Nearest("", value);

    private Setting<T>? Nearest<T>(string path, Func<ConfigurationFile, Setting<T>?> value) =>
        _chain.For(TreePath.FolderOf(path)).Select(value).FirstOrDefault(setting => setting is not null);
}
