using System.Buffers;

namespace Stanch.Detection.Assignments;

/// <summary>Names after which a value follows a blank, without an operator.</summary>
internal static class NameAnnouncer
{
    private static readonly SearchValues<byte> TokenBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=|:!"u8);

    // How far before the name the word that announces it is looked for.
    private const int Reach = 48;

    /// <summary><c>Bearer value</c>: the scheme of an Authorization header, wherever it stands.</summary>
    public static bool IsScheme(ReadOnlySpan<byte> content, int nameStart, int limit)
    {
        var name = content[nameStart..Math.Min(limit, nameStart + "bearer ".Length)];
        return name.SequenceEqual("Bearer "u8) || name.SequenceEqual("bearer "u8) || name.SequenceEqual("BEARER "u8);
    }

    /// <summary><c>ENV NAME value</c>, <c>setx</c>, <c>setenv</c>, fish's <c>set -gx</c>, .netrc's <c>login … password value</c>, <c>configure set NAME value</c>: what stands before the name says so.</summary>
    public static bool FollowsWord(ReadOnlySpan<byte> content, int nameStart)
    {
        var before = content[Math.Max(0, nameStart - Reach)..nameStart];
        before = before[(before.LastIndexOf((byte)'\n') + 1)..];
        if (before.IndexOf("machine "u8) >= 0 || before.TrimStart(" \t"u8).StartsWith("login "u8))
        {
            return true;
        }

        var word = before.TrimEnd(" \t"u8);
        return word.Length < before.Length && (word.EndsWith("ENV"u8) || word.EndsWith("setx"u8) || word.EndsWith("setenv"u8) || word.EndsWith("config set"u8) || word.EndsWith("configure set"u8) || EndsWithExportFlag(word));
    }

    /// <summary>Where the token behind a scheme ends: <see href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750</see> names its characters.</summary>
    public static int EndOfToken(ReadOnlySpan<byte> content, int start, int end)
    {
        var length = content[start..end].IndexOfAnyExcept(TokenBytes);
        return length < 0 ? end : start + length;
    }

    /// <summary>True for "pass" within a sentence (<c>should pass "check"</c>), where it is no noun.</summary>
    public static bool IsVerb(ReadOnlySpan<byte> content, int nameStart, ReadOnlySpan<byte> name)
    {
        var before = content[Math.Max(0, nameStart - 2)..nameStart];
        return name.SequenceEqual("pass"u8) && before.Length == 2 && before[1] == (byte)' ' && (char.IsAsciiLetter((char)before[0]) || before[0] is (byte)':' or (byte)',');
    }

    /// <summary><c>--- PASS: TestName</c>: the outcome of a test, as <c>go test</c> prints it.</summary>
    public static bool IsOutcome(ReadOnlySpan<byte> content, int nameStart, ReadOnlySpan<byte> name) =>
        name.SequenceEqual("PASS"u8) && content[Math.Max(0, nameStart - "--- ".Length)..nameStart].SequenceEqual("--- "u8);

    private static bool EndsWithExportFlag(ReadOnlySpan<byte> word)
    {
        var flag = word.LastIndexOf("set -"u8);
        var letters = flag < 0 ? default : word[(flag + "set -".Length)..];
        return letters.Length is > 0 and <= 3 && letters.IndexOf((byte)'x') >= 0 && letters.IndexOfAnyExcept("gxUl"u8) < 0;
    }
}
