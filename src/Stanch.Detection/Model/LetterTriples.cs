using System.Buffers;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Model;

/// <summary>
/// How usual a letter is after the two before it, in source text and English, from a table that the trainer counts. Letters of either case are one;
/// whatever is no letter is one more.
/// </summary>
internal static partial class LetterTriples
{
    /// <summary>Kinds of characters: no letter, and the letters.</summary>
    public const int Kinds = 27;

    /// <summary>The level of a letter that is as usual as in random text; a level more is twice as usual in <see cref="StepsPerDoubling"/> steps.</summary>
    public const int Even = 20;

    public const int StepsPerDoubling = 4;

    /// <summary>The lowest level, written as this character.</summary>
    public const byte FirstCharacter = (byte)'#';

    private const int MostOfRandom = Even * 4 + 4;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF-"u8);

    // In bits: what six random letters take. Below, a word that nobody taught the table is as good an explanation.
    private const int LeastSurprise = 30;

    /// <summary>True for what is neither short nor like words: random enough to be a secret by itself.</summary>
    public static bool IsSurprising(ReadOnlySpan<byte> text) => Surprise(text) >= LeastSurprise && !Wordiness.ReadsLikeWords(text);

    /// <summary>
    /// True where the letters follow each other as in words of a language or names in a program. Random text does so once in 200 at 12 characters and less often when longer; of
    /// hexadecimal digits, whose few letters are usual ones, nothing can be said.
    /// </summary>
    public static bool IsSpelt(ReadOnlySpan<byte> text) => Of(text, 1).Mean > MostOfRandom && text.IndexOfAnyExcept(HexDigits) >= 0;

    public static int KindOf(byte b)
    {
        var lower = b | 0x20;
        return lower is >= 'a' and <= 'z' ? lower - 'a' + 1 : 0;
    }

    /// <summary>The level of the last of three.</summary>
    public static int Level(int first, int second, int third) => Levels[(first * Kinds + second) * Kinds + third] - FirstCharacter;

    /// <summary>The mean level of the letters of a text, and the lowest mean of <paramref name="window"/> of them in a row; <see cref="Even"/> where there are none.</summary>
    public static (int Mean, int Lowest) Of(ReadOnlySpan<byte> text, int window)
    {
        int first = 0, second = 0, sum = 0, count = 0, lowest = int.MaxValue, windowSum = 0;
        Span<byte> recent = stackalloc byte[8];
        foreach (var b in text)
        {
            var third = KindOf(b);
            if (third > 0)
            {
                var level = Level(first, second, third);
                sum += level;
                windowSum += level - (count >= window ? recent[count % window] : 0);
                recent[count % window] = (byte)level;
                count++;
                lowest = count >= window ? Math.Min(lowest, windowSum) : lowest;
            }

            (first, second) = (second, third);
        }

        return count == 0 ? (Even * 4, Even * 4) : (sum * 4 / count, lowest == int.MaxValue ? sum * 4 / count : lowest * 4 / window);
    }

    /// <summary>How many bits it takes to guess a text, for who knows how words are spelt: a word few, random letters more than they would each.</summary>
    public static int Surprise(ReadOnlySpan<byte> text)
    {
        // A thousandth of a bit for a random letter, a digit, a sign.
        const int Letter = 4700, Digit = 3300, Sign = 5000;
        int first = 0, second = 0, sum = 0;
        foreach (var b in text[..Math.Min(text.Length, 256)])
        {
            var third = KindOf(b);
            sum += third > 0 ? Math.Max(0, Letter - (Level(first, second, third) - Even) * 1000 / StepsPerDoubling) : char.IsAsciiDigit((char)b) ? Digit : b == (byte)' ' ? 0 : Sign;
            (first, second) = (second, third);
        }

        return sum / 1000;
    }
}
