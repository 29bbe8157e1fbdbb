using System.Numerics;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>A set of byte values: 256 bits in four words, low bytes first.</summary>
internal readonly record struct ByteSet(ulong Low, ulong Second, ulong Third, ulong High)
{
    public static readonly ByteSet None;
    public static readonly ByteSet All = ~None;
    public static readonly ByteSet Digits = Range('0', '9');
    public static readonly ByteSet Word = Digits | Range('A', 'Z') | Range('a', 'z') | Of('_');
    public static readonly ByteSet Space = Range('\t', '\r') | Of(' ');
    public static readonly ByteSet NotLineFeed = ~Of('\n');

    public bool IsEmpty => this == None;

    public int Count =>
        BitOperations.PopCount(Low) + BitOperations.PopCount(Second) + BitOperations.PopCount(Third) + BitOperations.PopCount(High);

    public static ByteSet Of(int value) => Range(value, value);

    public static ByteSet Range(int first, int last)
    {
        Span<ulong> words = stackalloc ulong[4];
        for (var value = first; value <= last; value++)
            words[value >> 6] |= 1UL << (value & 63);
        return new ByteSet(words[0], words[1], words[2], words[3]);
    }

    public static ByteSet operator |(ByteSet a, ByteSet b) => new(a.Low | b.Low, a.Second | b.Second, a.Third | b.Third, a.High | b.High);

    public static ByteSet operator &(ByteSet a, ByteSet b) => new(a.Low & b.Low, a.Second & b.Second, a.Third & b.Third, a.High & b.High);

    public static ByteSet operator ~(ByteSet a) => new(~a.Low, ~a.Second, ~a.Third, ~a.High);

    public bool Contains(int value) => (Word64(value >> 6) >> (value & 63) & 1) != 0;

    public bool Overlaps(ByteSet other) => !(this & other).IsEmpty;

    /// <summary>The four words, as a detector pattern's <c>Shape</c> has them.</summary>
    public IEnumerable<ulong> Words() => [Low, Second, Third, High];

    public IEnumerable<byte> Members()
    {
        for (var value = 0; value < 256; value++)
        {
            if (Contains(value))
                yield return (byte)value;
        }
    }

    /// <summary>The set with both cases of every ASCII letter in it.</summary>
    public ByteSet WithBothCases()
    {
        var result = this;
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if (Contains(letter) || Contains(letter - 32))
                result |= Of(letter) | Of(letter - 32);
        }
        return result;
    }

    /// <summary>The set with capital letters replaced by small ones.</summary>
    public ByteSet LowerCase() => (WithBothCases() & ~Range('A', 'Z'));

    /// <summary>The members as runs of neighbours.</summary>
    public IEnumerable<(int First, int Last)> Runs()
    {
        for (var value = 0; value < 256; value++)
        {
            if (!Contains(value))
                continue;
            var first = value;
            while (value < 255 && Contains(value + 1))
                value++;
            yield return (first, value);
        }
    }

    private ulong Word64(int index) => index switch { 0 => Low, 1 => Second, 2 => Third, _ => High };
}
