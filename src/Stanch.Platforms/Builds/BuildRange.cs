namespace Stanch.Platforms.Builds;

/// <summary>The commits that a build brings.</summary>
/// <param name="Heads">Ids of the commits whose history is scanned: what is checked out, and what the system says that it builds where that is another.</param>
/// <param name="Without">Ids of commits whose history is not; none where everything is scanned.</param>
/// <param name="Commits">The ids of all that are scanned.</param>
public sealed record BuildRange(IReadOnlyList<string> Heads, IReadOnlyList<string> Without, IReadOnlyList<string> Commits)
{
    /// <summary>What that is, as a person reads it: "what origin/main does not have", "the whole history".</summary>
    public required string Why { get; init; }

    /// <summary>The commit whose configuration, baseline and ignores are obeyed; null where none came before.</summary>
    public string? Base { get; init; }

    /// <summary>How that commit was found, as a person reads it.</summary>
    public string BaseName { get; init; } = "";

    /// <summary>True where the build brings nothing of its own, so that what is checked out may decide about itself.</summary>
    public bool IsSettled { get; init; }

    /// <summary>What a person should know of how this was made out.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>In the words of <c>--range</c>.</summary>
    public string Words => string.Join(' ', [$"{(Without.Count > 0 ? Without[0] : new string('0', Heads[0].Length))}..{Heads[0]}", .. Heads.Skip(1), .. Without.Skip(1).Select(commit => "^" + commit)]);
}
