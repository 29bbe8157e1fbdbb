namespace Stanch.Sources.Git;

/// <summary>The options of the git source, by name.</summary>
internal static class GitOptions
{
    public const string Staged = "staged";
    public const string Range = "range";
    public const string Since = "since";
    public const string Unreachable = "unreachable";
    public const string Submodules = "submodules";
    public const string NoCache = "no-cache";

    public static IReadOnlyList<SourceOption> All { get; } =
    [
        new(Staged, "Only what is staged: the index where it differs from HEAD, not the working files."),
        new(Range, "Only what the commits of a range bring.", "A..B"),
        new(Since, "Only what was committed after a commit or a date.", "COMMIT|DATE"),
        new(Unreachable, "Also objects that no branch, tag or other reference reaches."),
        new(Submodules, "Also the submodules that are checked out."),
        new(NoCache, "Search everything anew, and keep nothing for the next scan."),
    ];

    /// <exception cref="SourceException">Options that exclude each other.</exception>
    public static void Check(SourceRequest request)
    {
        var chosen = new[] { Staged, Range, Since, Unreachable }.Where(request.Has).ToArray();
        if (chosen.Length > 0 && chosen[0] != Unreachable && request.Has(Submodules)) chosen = [chosen[0], Submodules];
        if (chosen.Length > 1) throw new SourceException($"--{chosen[0]} and --{chosen[1]} exclude each other: choose one.");
    }
}
