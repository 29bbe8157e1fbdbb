namespace Stanch.Detection.Proofs;

/// <summary>Base 32 of RFC 4648 without padding characters, either case.</summary>
internal static class Base32
{
    /// <summary>The bytes, or null where a character is not of the alphabet.</summary>
    /// <param name="padding">The value of the bits that are left over; zero in honest encodings.</param>
    public static byte[]? Decode(ReadOnlySpan<char> text, out int padding)
    {
        var bytes = new byte[text.Length * 5 / 8];
        int buffer = 0, bits = 0, count = 0;
        padding = 0;
        foreach (var c in text)
        {
            var value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a',
                >= '2' and <= '7' => c - '2' + 26,
                _ => -1,
            };
            if (value < 0)
            {
                return null;
            }

            buffer = (buffer << 5 | value) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[count++] = (byte)(buffer >> bits);
            }
        }

        padding = buffer & ((1 << bits) - 1);
        return bytes;
    }
}
