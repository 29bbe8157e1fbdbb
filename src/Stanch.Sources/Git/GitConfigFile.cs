using System.Text;

namespace Stanch.Sources.Git;

/// <summary>
/// As much of a repository's <c>config</c> as decides how the repository is laid out, read without starting git. Includes are not followed:
/// what is asked for here stands in the file itself. Format: https://git-scm.com/docs/git-config#_syntax
/// </summary>
internal sealed class GitConfigFile
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads a file; a missing or unreadable one is empty, as it is for git.</summary>
    public static GitConfigFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new GitConfigFile();
        }
    }

    public static GitConfigFile Parse(string text)
    {
        var file = new GitConfigFile();
        var section = "";
        foreach (var raw in text.Replace("\\\r\n", "").Replace("\\\n", "").Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('[') && line.IndexOf(']') is > 0 and var end)
            {
                section = Section(line[1..end]);
                line = line[(end + 1)..].Trim();
            }
            if (line.Length > 0 && line[0] is not ('#' or ';')) file.Add(section, line);
        }
        return file;
    }

    /// <summary>The last value of <c>section.key</c> or <c>section.sub.key</c>; section and key in lower case. Null where it is not set.</summary>
    public string? Value(string name) => _values.GetValueOrDefault(name);

    public bool IsTrue(string name) => Value(name)?.ToLowerInvariant() is "" or "true" or "yes" or "on" or "1";

    /// <summary>True when any <c>section.*.key</c> is on.</summary>
    public bool AnyTrue(string section, string key) =>
        _values.Keys.Any(name => name.StartsWith(section + ".", StringComparison.Ordinal) && name.EndsWith("." + key, StringComparison.Ordinal) && IsTrue(name));

    private void Add(string section, string line)
    {
        var equals = line.IndexOf('=');
        var key = (equals < 0 ? line : line[..equals]).Trim().ToLowerInvariant();
        _values[$"{section}.{key}"] = equals < 0 ? "true" : Unquote(line[(equals + 1)..].Trim());
    }

    private static string Section(string header)
    {
        var quote = header.IndexOf('"');
        return quote < 0
            ? header.Trim().ToLowerInvariant()
            : $"{header[..quote].Trim().ToLowerInvariant()}.{header[(quote + 1)..].TrimEnd().TrimEnd('"').Replace("\\\"", "\"").Replace("\\\\", "\\")}";
    }

    private static string Unquote(string value)
    {
        var result = new StringBuilder(value.Length);
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '"') quoted = !quoted;
            else if (!quoted && value[i] is '#' or ';') break;
            else if (value[i] == '\\' && i + 1 < value.Length) result.Append(Escape(value[++i]));
            else result.Append(value[i]);
        }
        return quoted ? result.ToString() : result.ToString().TrimEnd();
    }

    private static char Escape(char letter) => letter switch { 'n' => '\n', 't' => '\t', 'b' => '\b', _ => letter };
}
