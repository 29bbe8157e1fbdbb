namespace Stanch.Detection.Model;

/// <summary>Counts over the characters of a value.</summary>
/// <param name="Transitions">How often the kind of character changes.</param>
/// <param name="LongestLetters">Most letters in a row.</param>
/// <param name="LongestStep">Most characters in a row that repeat, count up or down, or neighbour each other on the keyboard.</param>
internal readonly record struct CharacterCounts(int Distinct, int Digits, int Uppers, int Signs, int Blanks, int NotAscii, int Transitions, int LongestLetters, int LongestStep)
{
    private static ReadOnlySpan<byte> Keyboard => "qwertyuiop asdfghjkl zxcvbnm 1234567890"u8;

    public static CharacterCounts Of(ReadOnlySpan<byte> value)
    {
        int digits = 0, uppers = 0, signs = 0, blanks = 0, foreign = 0, transitions = 0, letters = 0, longestLetters = 0, step = 1, longestStep = 1, last = -1;
        UInt128 low = 0, high = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var b = value[i];
            var kind = KindOf(b);
            digits += kind == 2 ? 1 : 0;
            uppers += kind == 1 ? 1 : 0;
            signs += kind == 3 ? 1 : 0;
            blanks += b == (byte)' ' ? 1 : 0;
            foreign += kind == 4 ? 1 : 0;
            // A capital before a small letter is one word.
            transitions += last >= 0 && kind != last && !(last == 1 && kind == 0) ? 1 : 0;
            letters = kind <= 1 ? letters + 1 : 0;
            longestLetters = Math.Max(longestLetters, letters);
            step = i > 0 && IsStep(value[i - 1], b) ? step + 1 : 1;
            longestStep = Math.Max(longestStep, step);
            low |= b < 128 ? UInt128.One << b : 0;
            high |= b < 128 ? 0 : UInt128.One << (b - 128);
            last = kind;
        }

        return new CharacterCounts((int)(UInt128.PopCount(low) + UInt128.PopCount(high)), digits, uppers, signs, blanks, foreign, transitions, longestLetters, longestStep);
    }

    private static int KindOf(byte b) => char.IsAsciiLetterLower((char)b) ? 0 : char.IsAsciiLetterUpper((char)b) ? 1 : char.IsAsciiDigit((char)b) ? 2 : b < 128 ? 3 : 4;

    private static bool IsStep(byte before, byte after)
    {
        if (Math.Abs(after - before) <= 1)
        {
            return true;
        }

        var at = char.IsAsciiLetterOrDigit((char)before) ? Keyboard.IndexOf((byte)(before | 0x20)) : -1;
        return at >= 0 && ((at + 1 < Keyboard.Length && Keyboard[at + 1] == (after | 0x20)) || (at > 0 && Keyboard[at - 1] == (after | 0x20)));
    }
}
