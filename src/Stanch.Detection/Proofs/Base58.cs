namespace Stanch.Detection.Proofs;

/// <summary>Base 58 with Bitcoin's alphabet.</summary>
internal static class Base58
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>The bytes, or null where a character is not of the alphabet or the text is longer than <paramref name="longest"/>: the work grows with the square of the length.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text, int longest)
    {
        if (text.Length > longest)
        {
            return null;
        }

        // Big-endian at the end of the buffer; a digit of base 58 has less than a byte.
        var buffer = new byte[text.Length];
        var start = buffer.Length;
        foreach (var c in text)
        {
            var carry = Digits.IndexOf(c, StringComparison.Ordinal);
            if (carry < 0)
            {
                return null;
            }

            for (var i = buffer.Length - 1; i >= start || carry > 0; i--)
            {
                carry += buffer[i] * Digits.Length;
                buffer[i] = (byte)carry;
                carry >>= 8;
                start = Math.Min(start, i);
            }
        }

        var zeros = text.Length - text.TrimStart(Digits[0]).Length;
        return [.. new byte[zeros], .. buffer.AsSpan(start..)];
    }
}
