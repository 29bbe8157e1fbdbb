namespace Stanch.Detection.Paths;

/// <summary>
/// The patterns of one file in the syntax of <c>.gitignore</c>, in order; the last that matches decides. Matching is by case.
/// Reads no file itself: its text is handed in.
/// </summary>
public sealed class IgnoreFile
{
    public static readonly IgnoreFile Empty = new([]);

    private readonly Glob[] _globs;

    private IgnoreFile(IEnumerable<Glob> globs) => _globs = [.. globs];

    /// <summary>The patterns, without comments and empty lines.</summary>
    public IReadOnlyList<Glob> Globs => _globs;

    /// <summary>Reads the text of a <c>.gitignore</c>: a comment starts with <c>#</c>, spaces at the end of a line do not count unless escaped.</summary>
    public static IgnoreFile Parse(string text)
    {
        var globs = new List<Glob>();
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            if (line.StartsWith('#')) continue;
            var pattern = WithoutTrailingSpaces(line.EndsWith('\r') ? line[..^1] : line);
            if (pattern.Length > 0) globs.Add(Glob.Parse(pattern));
        }
        return new IgnoreFile(globs);
    }

    /// <summary>Takes patterns that are already apart, such as a list of a configuration.</summary>
    public static IgnoreFile Of(IEnumerable<Glob> globs) => new(globs);

    /// <summary>What the file says of exactly this path: true for ignored, false for taken back, null for nothing.</summary>
    /// <param name="path">Relative to the folder of the file, without a slash at either end.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool? Decide(ReadOnlySpan<char> path, bool isFolder)
    {
        for (var i = _globs.Length - 1; i >= 0; i--)
            if (_globs[i].Matches(path, isFolder)) return !_globs[i].IsNegated;
        return null;
    }

    private static string WithoutTrailingSpaces(string line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == ' ') continue;
            end = Math.Min(i + 1, line.Length);
        }
        return line[..end];
    }
}
