namespace Stanch.Detection.Paths;

/// <summary>A bracket expression of a glob: <c>[a-z]</c>, <c>[!0-9]</c>, <c>[[:alpha:]_]</c>.</summary>
internal sealed class CharClass(bool isNegated, IReadOnlyList<(char First, char Last)> ranges)
{
    private static readonly (char First, char Last)[] Graph = [('!', '~')];

    // The names that POSIX gives, with their ASCII members only: what git does.
    private static readonly Dictionary<string, (char First, char Last)[]> Named = new(StringComparer.Ordinal)
    {
        ["alnum"] = [('0', '9'), ('A', 'Z'), ('a', 'z')],
        ["alpha"] = [('A', 'Z'), ('a', 'z')],
        ["blank"] = [(' ', ' '), ('\t', '\t')],
        ["cntrl"] = [('\0', '\x1f'), ('\x7f', '\x7f')],
        ["digit"] = [('0', '9')],
        ["graph"] = Graph,
        ["lower"] = [('a', 'z')],
        ["print"] = [(' ', '~')],
        ["punct"] = [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        ["space"] = [(' ', ' '), ('\t', '\r')],
        ["upper"] = [('A', 'Z')],
        ["xdigit"] = [('0', '9'), ('A', 'F'), ('a', 'f')],
    };

    private readonly (char First, char Last)[] _ranges = [.. ranges];

    /// <summary>The members of a named class; null where there is none of that name.</summary>
    public static IReadOnlyList<(char First, char Last)>? Members(string name) => Named.GetValueOrDefault(name);

    public bool Has(char c)
    {
        foreach (var (first, last) in _ranges)
            if (c >= first && c <= last) return !isNegated;
        return isNegated;
    }
}
