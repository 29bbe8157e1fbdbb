using System.Collections.Frozen;
using System.Text;

namespace Stanch.Detection.Assignments;

/// <summary>
/// Calls that bind a literal to the name beside it: they compare the two (<c>strcmp(password, "value")</c>), define one as the other (<c>-define(PASSWORD, "value")</c>) or copy it.
/// An Erlang tuple, <c>{password, "value"}</c>, is one too.
/// </summary>
internal static class BindingCall
{
    private const int Longest = 24;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Comparisons = Lookup(
        ["strcmp", "strncmp", "strcasecmp", "strcoll", "wcscmp", "memcmp", "equals", "equalsignorecase", "isequal", "isequaltostring", "compare", "compareto", "compare_digest", "hash_equals", "constanttimecompare", "securecompare", "secure_compare", "timingsafeequal"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Definitions = Lookup(["define", "strcpy", "strncpy", "strlcpy", "wcscpy"]);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the call says that the name, its first argument, and the literal behind it are to each other; null where it is none of these.</summary>
    public static Separator? SeparatorOf(ReadOnlySpan<byte> content, int nameStart) =>
        nameStart == 0 ? null
        : content[nameStart - 1] == (byte)'{' ? (char.IsAsciiLetterLower((char)content[nameStart]) && !HasDot(content[nameStart..]) ? Separator.List : null)
        : content[nameStart - 1] != (byte)'(' ? null
        : Calls(Comparisons, content, nameStart - 1) ? Separator.Comparison
        : Calls(Definitions, content, nameStart - 1) ? Separator.Equals : null;

    /// <summary>True where what stands before an opening bracket compares.</summary>
    public static bool Compares(ReadOnlySpan<byte> content, int bracket) => Calls(Comparisons, content, bracket);

    // {token.STRING, "…"} lists the fields of a structure; an atom of Erlang is a small word.
    private static bool HasDot(ReadOnlySpan<byte> name) => name[..Math.Max(0, name.IndexOf((byte)','))].IndexOf((byte)'.') >= 0;

    private static bool Calls(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<byte> content, int bracket)
    {
        var start = bracket;
        while (start > 0 && bracket - start <= Longest && (char.IsAsciiLetterOrDigit((char)content[start - 1]) || content[start - 1] == (byte)'_'))
        {
            start--;
        }

        if (bracket == start || bracket - start > Longest)
        {
            return false;
        }

        Span<char> word = stackalloc char[Longest];
        return words.Contains(word[..Encoding.Latin1.GetChars(content[start..bracket], word)]);
    }
}
