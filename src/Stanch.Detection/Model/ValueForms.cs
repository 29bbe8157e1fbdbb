using System.Buffers;

namespace Stanch.Detection.Model;

/// <summary>Tells the form of a value.</summary>
internal static class ValueForms
{
    private static readonly SearchValues<byte> Operators = SearchValues.Create("()[]{}<>|`"u8);
    private static readonly SearchValues<byte> Numeric = SearchValues.Create("0123456789.,-+"u8);
    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);
    private static readonly SearchValues<byte> NotConstant = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-"u8);

    public static ValueForm Of(ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAnyExcept(Numeric) < 0 || (value.StartsWith("0x"u8) && value[2..].IndexOfAnyExcept(Hexadecimal) < 0))
        {
            return ValueForm.Number;
        }

        if (value.IndexOfAnyExcept(Hexadecimal) < 0 && value.Length >= 8)
        {
            return ValueForm.Hexadecimal;
        }

        return IsUuid(value) ? ValueForm.Uuid
            : value.IndexOf((byte)' ') >= 0 ? ValueForm.Sentence
            : value.ContainsAny(Operators) ? ValueForm.Expression
            : value.IndexOfAnyExcept(NameBytes) >= 0 ? OfPath(value)
            : OfName(value);
    }

    private static ValueForm OfPath(ReadOnlySpan<byte> value) =>
        value.IndexOf((byte)'/') >= 0 && value[^1] != (byte)'=' && value.IndexOf((byte)'+') < 0 ? ValueForm.Path
        : value.IndexOf((byte)'.') > 0 && char.IsAsciiLetter((char)value[0]) ? ValueForm.Dotted : ValueForm.None;

    private static ValueForm OfName(ReadOnlySpan<byte> value)
    {
        var joint = value.IndexOfAny((byte)'_', (byte)'-');
        if (joint >= 0)
        {
            return !value.ContainsAny(NotConstant) ? ValueForm.Constant : ValueForm.Joined;
        }

        if (value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0)
        {
            return ValueForm.None;
        }

        return value[1..].IndexOfAnyInRange((byte)'A', (byte)'Z') < 0 || value.IndexOfAnyInRange((byte)'a', (byte)'z') < 0 ? ValueForm.Word : ValueForm.CamelCase;
    }

    private static bool IsUuid(ReadOnlySpan<byte> value)
    {
        if (value.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? value[i] != (byte)'-' : !char.IsAsciiHexDigit((char)value[i]))
            {
                return false;
            }
        }

        return true;
    }
}
