namespace Stanch.Detection.Filters;

/// <summary>Tells the alphabet of a text.</summary>
internal static class Alphabets
{
    private static readonly int[] Sizes = [10, 16, 26, 36, 52, 62, 64, 94];

    /// <summary>How many characters the alphabet has.</summary>
    public static int Size(Alphabet alphabet) => Sizes[(int)alphabet];

    /// <summary>The smallest alphabet that holds every byte of <paramref name="text"/>.</summary>
    public static Alphabet Of(ReadOnlySpan<byte> text)
    {
        bool digit = false, hexLetter = false, lower = false, upper = false, base64 = false, other = false;
        foreach (var b in text)
        {
            if (char.IsAsciiDigit((char)b))
            {
                digit = true;
            }
            else if (char.IsAsciiLetter((char)b))
            {
                var isLower = char.IsAsciiLetterLower((char)b);
                lower |= isLower;
                upper |= !isLower;
                hexLetter |= !char.IsAsciiHexDigit((char)b);
            }
            else if (b is (byte)'+' or (byte)'/' or (byte)'=' or (byte)'-' or (byte)'_')
            {
                base64 = true;
            }
            else
            {
                other = true;
            }
        }

        var mixed = lower && upper;
        return other ? Alphabet.Printable
            : base64 ? Alphabet.Base64
            : !lower && !upper ? Alphabet.Digits
            : !hexLetter && !mixed && digit ? Alphabet.Hexadecimal
            : mixed ? (digit ? Alphabet.MixedLettersAndDigits : Alphabet.MixedLetters)
            : digit ? Alphabet.LettersAndDigits : Alphabet.Letters;
    }
}
