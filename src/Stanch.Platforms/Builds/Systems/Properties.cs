using System.Text;

namespace Stanch.Platforms.Builds.Systems;

/// <summary>Reads a file of Java properties: https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader-.</summary>
internal static class Properties
{
    private const int MostBytes = 16 << 20;

    /// <summary>Its values, on top of those that are known; nothing where there is no such file.</summary>
    /// <exception cref="BuildException">It cannot be read.</exception>
    public static Dictionary<string, string> Read(string? path, Dictionary<string, string>? known = null)
    {
        var values = known is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(known, StringComparer.Ordinal);
        if (path is null || !File.Exists(path)) return values;
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw new IOException($"it is larger than {MostBytes >> 20} MiB");
            foreach (var line in Logical(File.ReadAllLines(path, Encoding.Latin1))) Add(values, line);
            return values;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException($"the build's properties in '{path}' cannot be read ({e.Message}): mend that, or name the commits with --from and --to");
        }
    }

    // A backslash at the end of a line goes on in the next one.
    private static IEnumerable<string> Logical(IEnumerable<string> lines)
    {
        var text = "";
        foreach (var line in lines)
        {
            var trimmed = line.TrimStart();
            if (text.Length == 0 && (trimmed.Length == 0 || trimmed[0] is '#' or '!')) continue;
            text += trimmed;
            if (text.Length - text.TrimEnd('\\').Length is var slashes && slashes % 2 == 1)
            {
                text = text[..^1];
                continue;
            }
            yield return text;
            text = "";
        }
        if (text.Length > 0) yield return text;
    }

    private static void Add(Dictionary<string, string> values, string line)
    {
        var at = 0;
        while (at < line.Length && line[at] is not ('=' or ':' or ' ' or '\t')) at += line[at] == '\\' ? 2 : 1;
        at = Math.Min(at, line.Length);
        var rest = line[at..].TrimStart(' ', '\t');
        if (rest.Length > 0 && rest[0] is '=' or ':') rest = rest[1..].TrimStart(' ', '\t');
        values[Plain(line[..at])] = Plain(rest);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) plain.Append(text[i]);
            else if (text[++i] == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                plain.Append((char)code);
                i += 4;
            }
            else plain.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'f' => '\f', var other => other });
        }
        return plain.ToString();
    }
}
