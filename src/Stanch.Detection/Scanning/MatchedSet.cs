namespace Stanch.Detection.Scanning;

/// <summary>Which detectors, by number, had a match in the blob at hand. Of one thread.</summary>
internal sealed class MatchedSet
{
    private const int WordBits = 64;
    private ulong[] _words = [];

    /// <summary>What one detector found decided what was decoded for all.</summary>
    public bool DependsOnAll { get; set; }

    public bool IsEmpty => !DependsOnAll && !_words.AsSpan().ContainsAnyExcept(0UL);

    public void Add(int detector)
    {
        if (detector / WordBits >= _words.Length)
        {
            Array.Resize(ref _words, detector / WordBits + 1);
        }

        _words[detector / WordBits] |= 1UL << (detector % WordBits);
    }

    public void Clear()
    {
        Array.Clear(_words);
        DependsOnAll = false;
    }

    /// <summary>The set as one word, equal for equal sets.</summary>
    public string ToText() => string.Create(_words.Length * 4 + 1, this, static (text, set) =>
    {
        text[0] = set.DependsOnAll ? '*' : ' ';
        System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, char>(set._words).CopyTo(text[1..]);
    });

    /// <summary>The numbers in a text of <see cref="ToText"/>.</summary>
    public static IEnumerable<int> NumbersOf(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            for (var bits = (uint)text[i]; bits != 0; bits &= bits - 1)
            {
                yield return (i - 1) * 16 + System.Numerics.BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
