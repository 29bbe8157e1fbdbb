namespace Stanch.Detection.Paths;

/// <summary>
/// One pattern in the syntax of <c>.gitignore</c> (https://git-scm.com/docs/gitignore): <c>*</c>, <c>?</c>, <c>[…]</c> inside a segment,
/// <c>**</c> over segments, a slash at the start or inside ties it to its folder, a slash at the end means folders only, <c>!</c> takes back.
/// Paths have forward slashes and are relative to the folder that the pattern stands in. Compiled once; no expression, no backtracking
/// beyond the last star.
/// </summary>
public sealed class Glob
{
    private readonly GlobSegment[] _segments;
    private readonly bool _isForName;

    private Glob(string text)
    {
        Text = text;
        var pattern = text.AsSpan();
        IsNegated = pattern.StartsWith("!");
        if (IsNegated) pattern = pattern[1..];
        FoldersOnly = pattern.EndsWith("/");
        if (FoldersOnly) pattern = pattern[..^1];
        _isForName = !pattern.Contains('/');
        if (pattern.StartsWith("/")) pattern = pattern[1..];
        var parser = new GlobParser(pattern);
        _segments = [.. parser.Read()];
        Flaw = pattern.IsEmpty ? "it is empty" : parser.Flaw;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>True when it takes back what an earlier pattern said.</summary>
    public bool IsNegated { get; }

    /// <summary>True when it matches folders only.</summary>
    public bool FoldersOnly { get; }

    /// <summary>Why it can never match, as the end of a sentence; null for a sound pattern.</summary>
    public string? Flaw { get; }

    /// <summary>Reads a pattern. Never fails: what is wrong with it is <see cref="Flaw"/>, and a flawed one matches nothing.</summary>
    public static Glob Parse(string pattern) => new(pattern);

    /// <summary>True when the pattern, its negation aside, matches exactly this path.</summary>
    /// <param name="path">Relative, without a slash at either end.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isFolder)
    {
        if (Flaw is not null || (FoldersOnly && !isFolder)) return false;
        if (!_isForName) return MatchesSegments(path);
        var segment = _segments[0];
        return segment.IsAnyFolders || segment.Matches(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>True when the pattern matches this path or a folder that it is in.</summary>
    /// <param name="path">Relative; a folder ends with a slash.</param>
    public bool Covers(ReadOnlySpan<char> path)
    {
        for (var i = 0; i < path.Length; i++)
            if (path[i] == '/' && Matches(path[..i], isFolder: true)) return true;
        return !path.EndsWith("/") && Matches(path, isFolder: false);
    }

    public override string ToString() => Text;

    private bool MatchesSegments(ReadOnlySpan<char> path)
    {
        int at = 0, segment = 0, back = -1, backAt = 0;
        while (at <= path.Length)
        {
            if (segment < _segments.Length && _segments[segment].IsAnyFolders)
            {
                if (segment == _segments.Length - 1) return true;
                back = segment++;
                backAt = at;
                continue;
            }
            var end = EndOfSegment(path, at);
            if (segment < _segments.Length && _segments[segment].Matches(path[at..end]))
            {
                segment++;
                at = end + 1;
            }
            else if (back >= 0)
            {
                backAt = EndOfSegment(path, backAt) + 1;
                at = backAt;
                segment = back + 1;
            }
            else
            {
                return false;
            }
        }
        return segment == _segments.Length;
    }

    private static int EndOfSegment(ReadOnlySpan<char> path, int at)
    {
        var slash = path[at..].IndexOf('/');
        return slash < 0 ? path.Length : at + slash;
    }
}
