using System.Buffers;
using System.Text;

namespace Stanch.Detection.Filters;

/// <summary>
/// Tells text that stands for a secret from a secret: <c>YOUR_TOKEN</c>, <c>xxxx</c>, <c>&lt;password&gt;</c>, <c>${TOKEN}</c>. Text that a person typed to look
/// like one (<c>1234567890abcdef</c>, <c>…EXAMPLE</c>) is told apart: in a specific format it is worth a look.
/// </summary>
internal static class Placeholders
{
    // Words that a person writes where the secret would go. Short ones (your, todo) count only as a whole word.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "placeholder", "changeme", "change_me", "change-me", "changeit", "replaceme", "replace_", "replace-", "replace with", "replace me", "insert_", "insert-", "redacted",
            "dummy", "your_", "your-", "yourtoken", "yourkey", "yourpass", "yoursecret", "yourapi", "fill_in", "fillme", "not_a_real", "not-a-real", "notarealt", "notsecret", "token_here", "secret here", "token here", "password here", "value here", "key_here", "-here>",
            "_here", "password_here", "<insert", "fixme", "foobar", "lorem", "fakefake", "xxxxx", "*****", ".....", "#####", "-----", "_____", "?????", "_todo", "<your", "[your", "my_secret", "my-secret", "mysecret", "sample_", "sample-",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Exact = SearchValues.Create(
        ["todo", "tbd", "not-set", "notset", "not_set", "none", "null", "nil", "undefined", "true", "false", "empty", "unset", "n/a", "secret", "token", "password", "passwd", "pass", "pwd", "string", "value", "key", "test", "default", "required", "optional", "hidden", "masked", "encrypted"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Openers = ["${", "{{", "$(", "#{", "<%", "%(", "%{", "@{", "[[", "ENC(", "ENC[", "!Ref", "!GetAtt", "!Sub", "!vault", "vault:", "arn:aws:", "op://", "ssm:", "sm://", "secretsmanager", "keyvault", "env:", "process.env", "os.environ", "os.getenv", "System.getenv", "getenv(", "ENV[", "env(", "$env:", "secrets.", "config.", "var.", "local.", "data.", "module."];

    private const int LongestRun = 5;
    private const int LongestSequence = 8;
    private const int MostText = 256;

    /// <summary>True when <paramref name="secret"/> is a stand-in and no secret.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<byte> secret)
    {
        var chars = Widen(secret, stackalloc char[MostText]);
        return chars.IsEmpty || IsReference(chars) || IsStandIn(chars);
    }

    /// <summary>
    /// True when <paramref name="secret"/> says of itself that it is a stand-in (<c>YOUR_PASSWORD</c>, <c>xxxx</c>). A bare <c>password</c> does not: it is the password of many a
    /// real database.
    /// </summary>
    public static bool SaysItIsOne(ReadOnlySpan<byte> secret) => SaysItIsOne(Widen(secret, stackalloc char[MostText]));

    /// <summary>True when <paramref name="secret"/> is made up: it says that it is an example, or counts up the alphabet.</summary>
    public static bool IsMadeUp(ReadOnlySpan<byte> secret)
    {
        var chars = Widen(secret, stackalloc char[MostText]);
        return chars.Contains("example", StringComparison.OrdinalIgnoreCase) || HasSequence(chars);
    }

    /// <summary>True when the text names where a secret is to be had: a variable, an expression, an entry of a secret store, an encrypted value.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        if (HasTemplate(trimmed))
        {
            return true;
        }

        foreach (var opener in Openers)
        {
            if (trimmed.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsBracketed(trimmed) || IsVariable(trimmed);
    }

    // "{{ name }}" and "<name>" anywhere: filled in later.
    private static bool HasTemplate(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf("{{");
        if (open >= 0 && text[open..].Contains("}}", StringComparison.Ordinal) && text[(open + 2)..].TrimStart() is [var first, ..] && (char.IsAsciiLetter(first) || first is '.' or '$'))
        {
            return open == 0 || text[(open + 2)..text.LastIndexOf("}}")].IndexOfAnyExcept(TemplateCharacters) < 0;
        }

        if (HasField(text))
        {
            return true;
        }

        var angle = text.IndexOf('<');
        var close = angle < 0 ? -1 : text[angle..].IndexOf('>');
        return close > 2 && text.Slice(angle + 1, close - 1).IndexOfAnyExcept(TemplateCharacters) < 0;
    }

    // "{name}", "{name:20}", "prefix-{user_id}": a format string's field.
    private static bool HasField(ReadOnlySpan<char> text)
    {
        for (var open = text.IndexOf('{'); open >= 0 && open + 2 < text.Length;)
        {
            var inner = text[(open + 1)..];
            var length = inner.IndexOfAnyExcept(TemplateCharacters);
            if (length > 1 && inner[length] is '}' or ':' && char.IsAsciiLetter(inner[0]) && inner[length..].Contains('}'))
            {
                return true;
            }

            var next = inner.IndexOf('{');
            open = next < 0 ? -1 : open + 1 + next;
        }

        return false;
    }

    private static readonly SearchValues<char> TemplateCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-. $|");

    private static ReadOnlySpan<char> Widen(ReadOnlySpan<byte> secret, Span<char> text) => text[..Encoding.Latin1.GetChars(secret[..Math.Min(secret.Length, text.Length)], text)];

    private static bool IsStandIn(ReadOnlySpan<char> text) => Exact.Contains(text.ToString()) || SaysItIsOne(text);

    private static bool SaysItIsOne(ReadOnlySpan<char> text) => text.ContainsAny(Words) || HasRun(text) || IsOneCharacter(text) || DistinctCharacters(text) <= Math.Min(3, text.Length / 4);

    private static bool IsBracketed(ReadOnlySpan<char> text) =>
        text.Length > 2 && (text[0], text[^1]) switch
        {
            ('<', '>') => true,
            ('{', '}') or ('[', ']') => text.IndexOfAny(' ', '"') < 0,
            ('%', '%') or ('@', '@') => text[1..^1].IndexOfAnyExcept(VariableCharacters) < 0,
            _ => false,
        };

    // $NAME, $name and a makefile's $$name, nothing else.
    private static bool IsVariable(ReadOnlySpan<char> text) =>
        text.TrimStart('$') is [var first, ..] name && name.Length < text.Length && char.IsAsciiLetter(first) && name.IndexOfAnyExcept(VariableCharacters) < 0;

    private static readonly SearchValues<char> VariableCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    // "***", "xxx": a mask.
    private static bool IsOneCharacter(ReadOnlySpan<char> text) => text.Length > 2 && text.IndexOfAnyExcept(text[0]) < 0;

    private static bool HasRun(ReadOnlySpan<char> text)
    {
        var run = 1;
        for (var i = 1; i < text.Length; i++)
        {
            run = text[i] == text[i - 1] ? run + 1 : 1;
            if (run > LongestRun && text[i] != 'A')
            {
                return true;
            }
        }

        return false;
    }

    // 12345678, abcdefgh, and both at once: "a1b2c3d4" is caught by its digits and its letters apart. Dashes divide it and do not end it: a1b2c3d4-e5f6.
    private static bool HasSequence(ReadOnlySpan<char> text)
    {
        int run = 1, interleaved = 1;
        char before = '\0', beforeThat = '\0';
        foreach (var c in text)
        {
            if (c is '-' or '_')
            {
                continue;
            }

            run = Follows(before, c) ? run + 1 : 1;
            interleaved = Follows((char)(beforeThat | 0x20), (char)(c | 0x20)) ? interleaved + 1 : 1;
            if (run > LongestSequence || interleaved > LongestSequence)
            {
                return true;
            }

            (beforeThat, before) = (before, c);
        }

        return false;
    }

    private static bool Follows(char before, char after) =>
        char.IsAsciiLetterOrDigit(before) && (after == before + 1 || (before == '9' && after is '0' or 'a' or 'A'));

    private static int DistinctCharacters(ReadOnlySpan<char> text)
    {
        UInt128 seen = 0;
        foreach (var c in text)
        {
            seen |= UInt128.One << (c & 127);
        }

        return (int)UInt128.PopCount(seen);
    }
}
