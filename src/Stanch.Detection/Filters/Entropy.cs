using System.Buffers;

namespace Stanch.Detection.Filters;

/// <summary>
/// Shannon entropy in bits a character, and what random text of the same length and alphabet has. Short random text repeats few
/// characters, so its entropy is bounded by its length: a floor that does not know the length is wrong for most.
/// </summary>
internal static class Entropy
{
    private const int LongestTabulated = 256;
    private const double Convincing = 0.9;
    private static readonly SearchValues<byte> Joints = SearchValues.Create("-_.:/"u8);
    private static readonly float[]?[] Expectations = new float[]?[8];

    /// <summary>Shannon entropy of <paramref name="text"/> in bits a character.</summary>
    public static double Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in text)
        {
            counts[b]++;
        }

        var sum = 0.0;
        foreach (var count in counts)
        {
            if (count > 1)
            {
                sum += count * Math.Log2(count);
            }
        }

        return Math.Log2(text.Length) - sum / text.Length;
    }

    /// <summary>The entropy that random text of this length over this alphabet has on average.</summary>
    public static double Expected(Alphabet alphabet, int length)
    {
        if (length < 2)
        {
            return 0;
        }

        var table = Expectations[(int)alphabet] ??= Tabulate(Alphabets.Size(alphabet));
        return table[Math.Min(length, LongestTabulated)];
    }

    /// <summary>How random <paramref name="text"/> is for its length and alphabet: about 1 for random text, less for words and repetition.</summary>
    public static double Ratio(ReadOnlySpan<byte> text)
    {
        var whole = RatioOf(text);
        return whole < Convincing && text.ContainsAny(Joints) ? Math.Max(whole, RatioWithoutJoints(text)) : whole;
    }

    // The dashes of a UUID and the dots between a token's parts belong to no alphabet that its characters were drawn from.
    private static double RatioWithoutJoints(ReadOnlySpan<byte> text)
    {
        Span<byte> parts = stackalloc byte[LongestTabulated];
        var count = 0;
        foreach (var b in text[..Math.Min(text.Length, LongestTabulated)])
        {
            if (!Joints.Contains(b))
            {
                parts[count++] = b;
            }
        }

        return RatioOf(parts[..count]);
    }

    private static double RatioOf(ReadOnlySpan<byte> text)
    {
        var expected = Expected(Alphabets.Of(text), text.Length);
        return expected <= 0 ? 0 : Of(text) / expected;
    }

    // A character's count in n draws from an alphabet of A is binomial(n, 1/A); the mean of k·log2(k) over it gives the mean entropy.
    private static float[] Tabulate(int alphabetSize)
    {
        var table = new float[LongestTabulated + 1];
        var p = 1.0 / alphabetSize;
        for (var n = 2; n <= LongestTabulated; n++)
        {
            var probability = Math.Pow(1 - p, n);
            var mean = 0.0;
            for (var k = 1; k <= n; k++)
            {
                probability *= (n - k + 1.0) / k * (p / (1 - p));
                mean += probability * k * Math.Log2(k);
            }

            table[n] = (float)(Math.Log2(n) - alphabetSize * mean / n);
        }

        return table;
    }
}
