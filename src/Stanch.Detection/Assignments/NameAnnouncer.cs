namespace Stanch.Detection.Assignments;

/// <summary>Names after which a value follows a blank, without an operator.</summary>
internal static class NameAnnouncer
{
    // How far before the name the word that announces it is looked for.
    private const int Reach = 48;

    /// <summary><c>Bearer value</c>: the scheme of an Authorization header, wherever it stands.</summary>
    public static bool IsScheme(ReadOnlySpan<byte> content, int nameStart, int limit)
    {
        var name = content[nameStart..Math.Min(limit, nameStart + "bearer ".Length)];
        return name.SequenceEqual("Bearer "u8) || name.SequenceEqual("bearer "u8) || name.SequenceEqual("BEARER "u8);
    }

    /// <summary><c>ENV NAME value</c>, <c>setx</c>, <c>setenv</c>, fish's <c>set -gx</c>, .netrc's <c>login … password value</c>: what stands before the name says so.</summary>
    public static bool FollowsWord(ReadOnlySpan<byte> content, int nameStart)
    {
        var before = content[Math.Max(0, nameStart - Reach)..nameStart];
        before = before[(before.LastIndexOf((byte)'\n') + 1)..];
        if (before.IndexOf("login "u8) >= 0)
        {
            return true;
        }

        var word = before.TrimEnd(" \t"u8);
        return word.Length < before.Length && (word.EndsWith("ENV"u8) || word.EndsWith("setx"u8) || word.EndsWith("setenv"u8) || EndsWithExportFlag(word));
    }

    private static bool EndsWithExportFlag(ReadOnlySpan<byte> word)
    {
        var flag = word.LastIndexOf("set -"u8);
        var letters = flag < 0 ? default : word[(flag + "set -".Length)..];
        return letters.Length is > 0 and <= 3 && letters.IndexOf((byte)'x') >= 0 && letters.IndexOfAnyExcept("gxUl"u8) < 0;
    }
}
