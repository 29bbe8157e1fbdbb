using System.Globalization;
using System.Text;

namespace Stanch.Policy;

/// <summary>
/// The text of a baseline: a header, then one line a finding, <c>fingerprint detector path</c>, sorted by path. No line numbers, so that
/// code may move; no counts, so that two branches change the same line only when they decide on the same secret. Lines may stand in any
/// order and twice: <c>merge=union</c> in <c>.gitattributes</c> is safe. In a path, a backslash, a control character and a space at either end are
/// written as <c>\\</c> and <c>\uXXXX</c>.
/// </summary>
public static class BaselineFormat
{
    private const string Magic = "# stanch-baseline ";
    private const string Version = "1";
    private const string KeyField = "key=";
    private const string Explanation = "# Findings accepted as they stood: fingerprint, detector, path. Written by 'stanch baseline'. On a merge conflict keep the lines of both sides.\n";

    public static string Write(Baseline baseline)
    {
        var text = new StringBuilder(Magic + Version);
        if (baseline.KeyId is { } key) text.Append(' ').Append(KeyField).Append(key);
        text.Append('\n').Append(Explanation);
        foreach (var entry in baseline.Entries) text.Append(entry.Fingerprint).Append(' ').Append(entry.Detector).Append(' ').Append(Escape(entry.Path)).Append('\n');
        return text.ToString();
    }

    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ConfigurationException">The text is no baseline of a known version, or a line is broken.</exception>
    public static Baseline Read(string name, string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var keyId = ReadHeader(name, lines[0].TrimEnd('\r'));
        var entries = new List<BaselineEntry>();
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length > 0 && !line.StartsWith('#')) entries.Add(ReadEntry(new SourcePosition(name, i + 1, 1), line));
        }
        return new Baseline(keyId, entries);
    }

    private static string? ReadHeader(string name, string line)
    {
        var fields = line.StartsWith(Magic, StringComparison.Ordinal) ? line[Magic.Length..].Split(' ') : [];
        if (fields is not [var version, ..])
            throw Wrong(new SourcePosition(name, 1, 1), $"not a baseline: its first line must be '{Magic}{Version}'; make one with 'stanch baseline create'");
        if (version != Version) throw Wrong(new SourcePosition(name, 1, Magic.Length + 1), $"baseline version {version} is not known to this stanch, which reads version {Version}; use a newer one");
        return fields.FirstOrDefault(field => field.StartsWith(KeyField, StringComparison.Ordinal))?[KeyField.Length..];
    }

    private static BaselineEntry ReadEntry(SourcePosition position, string line)
    {
        if (line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal))
            throw Wrong(position, "a merge conflict is not resolved; keep the lines of both sides and delete the markers");
        var parts = line.Split(' ', 3);
        if (parts.Length == 3 && Fingerprinter.IsWellFormed(parts[0]) && Unescape(parts[2]) is { Length: > 0 } path) return new BaselineEntry(parts[0], parts[1], path);
        throw Wrong(position, "not 'fingerprint detector path'; restore the line or delete it");
    }

    private static string Escape(string path)
    {
        var text = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            var isEdge = i == 0 || i == path.Length - 1;
            if (c == '\\') text.Append("\\\\");
            else if (char.IsControl(c) || char.IsSurrogate(c) && !IsPaired(path, i) || isEdge && c == ' ' || c is '\u2028' or '\u2029') text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else text.Append(c);
        }
        return text.ToString();
    }

    // A name that is no valid text in Unicode must not come back as another name.
    private static bool IsPaired(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static string? Unescape(string path)
    {
        var text = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '\\') text.Append(path[i]);
            else if (i + 1 < path.Length && path[i + 1] == '\\') text.Append(path[++i]);
            else if (i + 5 < path.Length && path[i + 1] == 'u' && ushort.TryParse(path.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 5;
            }
            else return null;
        }
        return text.ToString();
    }

    private static ConfigurationException Wrong(SourcePosition position, string problem) => new(new ConfigurationProblem(position, problem));
}
