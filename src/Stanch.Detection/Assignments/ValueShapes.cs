using System.Buffers;

namespace Stanch.Detection.Assignments;

/// <summary>Shapes of values that are something other than a secret, however they are named.</summary>
internal static class ValueShapes
{
    private static readonly SearchValues<byte> IdentifierBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$"u8);
    private static readonly SearchValues<byte> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
    private static readonly SearchValues<byte> DottedBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$-"u8);
    private static readonly SearchValues<byte> ConstantBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8);
    private static readonly SearchValues<byte> CalleeBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$.>:-"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-?:."u8);
    private static readonly SearchValues<byte> Signs = SearchValues.Create("!$%^&*"u8);
    private static readonly SearchValues<byte> VersionBytes = SearchValues.Create("0123456789."u8);
    private const int MostWords = 5;
    private const int LongestField = 5;
    private const int LeastSigns = 8;

    /// <summary>False for addresses, paths, dates, numbers, dotted names, selectors, markup and prose.</summary>
    public static bool CouldBeSecret(ReadOnlySpan<byte> value, Assignment assignment)
    {
        var text = value.Trim(" \t"u8);
        return HasSubstance(text) && !IsAddressOrPath(text) && !IsDotted(text) && !IsProse(text) && !IsMarkup(text) && !IsStructure(text) && !IsPattern(text) && !IsBetweenStrings(text) && !IsCredentialScope(text) && !(!assignment.Quoted && (IsConstant(text) || IsCall(text)))
            && !(assignment.Separator == Separator.Comparison && text.Length < 6);
    }

    /// <summary>True where letters of one case alone do not make up the value: digits, both cases or signs are in it.</summary>
    public static bool IsMixed(ReadOnlySpan<byte> value) => KindsIn(value) > 1;

    /// <summary>How many of these there are: small letters, capitals, digits, other characters.</summary>
    public static int KindsIn(ReadOnlySpan<byte> value)
    {
        bool lower = false, upper = false, digit = false, sign = false;
        foreach (var b in value)
        {
            lower |= char.IsAsciiLetterLower((char)b);
            upper |= char.IsAsciiLetterUpper((char)b);
            digit |= char.IsAsciiDigit((char)b);
            sign |= !char.IsAsciiLetterOrDigit((char)b);
        }

        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (sign ? 1 : 0);
    }

    /// <summary>True for a bare value that code would evaluate: a name, a call, an index, a member.</summary>
    public static bool ReadsAsExpression(ReadOnlySpan<byte> value)
    {
        var end = value.IndexOfAnyExcept(IdentifierBytes);
        if (end == 0)
        {
            return value[0] is (byte)'(' or (byte)'[' or (byte)'{' or (byte)'&' or (byte)'*' or (byte)'!' or (byte)'@' or (byte)'-';
        }

        return end < 0 || value[end] is (byte)'(' or (byte)'[' or (byte)'.' or (byte)',' or (byte)')' or (byte)':' or (byte)'?' or (byte)'<' or (byte)'-' or (byte)']' or (byte)'}';
    }

    /// <summary>True where the value only says the name again: <c>password: "password"</c>, <c>api_key = "apiKey"</c>.</summary>
    public static bool RepeatsName(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name)
    {
        Span<byte> a = stackalloc byte[128];
        Span<byte> b = stackalloc byte[128];
        var v = Normalise(value, a);
        var n = Normalise(name, b);
        return !v.IsEmpty && (v.SequenceEqual(n) || (v.Length >= 6 && n.IndexOf(v) >= 0));
    }

    /// <summary>True for words joined as in an identifier, without a digit: what a machine draws for a token has one.</summary>
    public static bool IsName(ReadOnlySpan<byte> value) => value.IndexOfAnyExcept(NameBytes) < 0;

    // Letters and digits, or signs so various that they draw no line and no frame: a password may be made of little else.
    private static bool HasSubstance(ReadOnlySpan<byte> text)
    {
        var alphanumeric = 0;
        UInt128 signs = 0;
        foreach (var b in text)
        {
            alphanumeric += char.IsAsciiLetterOrDigit((char)b) ? 1 : 0;
            signs |= b > 0x7F || char.IsAsciiLetterOrDigit((char)b) ? 0 : UInt128.One << b;
        }

        return alphanumeric > 0 && (alphanumeric * 3 >= text.Length || UInt128.PopCount(signs) >= LeastSigns);
    }

    private static bool IsAddressOrPath(ReadOnlySpan<byte> text) =>
        text.IndexOf("://"u8) > 0
        || (text.Length > 2 && text[1] == (byte)':' && text[2] is (byte)'/' or (byte)'\\' && char.IsAsciiLetter((char)text[0]))
        || text.StartsWith("//"u8) || text.StartsWith("./"u8) || text.StartsWith("../"u8) || text.StartsWith("~/"u8) || text.StartsWith("\\\\"u8)
        || (text[0] == (byte)'/' && (text[1..].IndexOf((byte)'/') >= 0 ? text.IndexOfAny("+="u8) < 0 : text[1..].IndexOfAnyExcept(Letters) < 0))
        || (text[0] is (byte)'.' or (byte)'-' && text[1..].IndexOfAnyExcept(DottedBytes) < 0)
        || (text[0] == (byte)'%' && text.Length <= LongestField && text[^1] is (byte)'s' or (byte)'d' or (byte)'S' or (byte)'@')
        || text.StartsWith("+ "u8) || text.EndsWith(" +"u8)
        || (text[^1] == (byte)':' && text[..^1].IndexOfAnyExcept(Letters) < 0)
        || text.StartsWith("arn:"u8) || text.StartsWith("urn:"u8) || text[0] == (byte)'#' && text.IndexOfAny(Signs) < 0;

    // a.b.c of identifiers or numbers: an address, an object's identifier, a version; a member, a package, a host name, a file name; with "@" before it an annotation.
    private static bool IsDotted(ReadOnlySpan<byte> text)
    {
        text = text[0] == (byte)'@' ? text[1..] : text;
        if (text.IndexOf((byte)'.') <= 0)
        {
            return false;
        }

        if (text.IndexOfAnyExcept(VersionBytes) < 0 && text.Count((byte)'.') > 1)
        {
            return true;
        }

        foreach (var part in text.Split((byte)'.'))
        {
            var word = text[part];
            if (word.IsEmpty || word.Length > 24 || !char.IsAsciiLetter((char)word[0]) || word.IndexOfAnyExcept(DottedBytes) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsProse(ReadOnlySpan<byte> text)
    {
        var spaces = 0;
        foreach (var b in text)
        {
            spaces += b == (byte)' ' ? 1 : 0;
        }

        return spaces >= MostWords || (spaces > 0 && (text[^1] is (byte)'.' or (byte)':' or (byte)'?' || char.IsAsciiLetterUpper((char)text[0]) && spaces >= 1 && text.IndexOfAnyInRange((byte)'0', (byte)'9') < 0));
    }

    // '\u3299\ufe0f': signs of a script, written as escapes.
    private static bool IsEscapes(ReadOnlySpan<byte> text)
    {
        const int Length = 6;
        for (var i = 0; i < text.Length; i += Length)
        {
            if (text.Length - i < Length || !text[i..].StartsWith("\\u"u8))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> text) => IsEscapes(text) ||
        text[0] == (byte)'<' || text.IndexOf("</"u8) >= 0 || text.StartsWith("&lt;"u8) || text.IndexOf("${"u8) >= 0 && text.IndexOf("${"u8) < 2 || text.IndexOf("{{"u8) == 0;

    // A regular expression that describes the value: validation code and rule files name it like the value itself.
    private static bool IsPattern(ReadOnlySpan<byte> text) =>
        text.StartsWith("qr/"u8) || text.IndexOf("(?"u8) >= 0 || text.IndexOf("]{"u8) >= 0 || text.IndexOf("]+"u8) >= 0 || text.IndexOf("]*"u8) >= 0
        || text.IndexOf("[0-9"u8) >= 0 || text.IndexOf("[a-z"u8) >= 0 || text.IndexOf("[A-Z"u8) >= 0 || text.IndexOf("\\d"u8) >= 0 || text.IndexOf("\\w"u8) >= 0
        || text.IndexOf(".*"u8) >= 0;

    // "USER ", 5) || !strcmp(s, "PASS": the code between two strings, read from the closing quote of one to the opening one of the next.
    private static bool IsBetweenStrings(ReadOnlySpan<byte> text) => text[0] is (byte)',' or (byte)')' && text.IndexOf((byte)' ') > 0 && text.IndexOfAny((byte)'(', (byte)')') >= 0;

    // AKIA…/20260101/us-east-1/s3/aws4_request: what a signed request says of its key.
    private static bool IsCredentialScope(ReadOnlySpan<byte> text) => text.TrimEnd((byte)',').EndsWith("_request"u8) && text.IndexOf((byte)'/') > 0;

    // JSON or a list that holds other values, a Go field's tag (json:"name"), and an option that follows instead of the value.
    private static bool IsStructure(ReadOnlySpan<byte> text) =>
        (text.IndexOf(":\""u8) is > 0 and var colon && text[..colon].IndexOfAnyExcept(Letters) < 0 && text[^1] == (byte)'"')
        || (text[0] is (byte)'{' or (byte)'[' && text.IndexOfAny((byte)'"', (byte)'\'', (byte)':') > 0) || text.StartsWith("--"u8);

    // OTHER_VARIABLE, and a type that may be absent: String?
    private static bool IsConstant(ReadOnlySpan<byte> text) =>
        text[^1] == (byte)'?' || (text.IndexOf((byte)'_') > 0 && text.IndexOfAnyExcept(ConstantBytes) < 0);

    // lexer.Next(), getToken(user): names joined by full stops, then a call that closes or goes on behind a blank. In no configuration is that a value.
    private static bool IsCall(ReadOnlySpan<byte> text)
    {
        var open = text.IndexOf((byte)'(');
        return open > 0 && (open == text.Length - 1 || text[open..].IndexOf((byte)')') > 0) && !char.IsAsciiDigit((char)text[0]) && text[..open].IndexOfAnyExcept(CalleeBytes) < 0;
    }

    private static ReadOnlySpan<byte> Normalise(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        var count = 0;
        foreach (var b in text)
        {
            if (char.IsAsciiLetter((char)b) && count < buffer.Length)
            {
                buffer[count++] = (byte)(b | 0x20);
            }
            else if (b is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)' ' or (byte)'$'))
            {
                return default;
            }
        }

        return buffer[..count];
    }
}
