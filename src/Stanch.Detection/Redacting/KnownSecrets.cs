namespace Stanch.Detection.Redacting;

/// <summary>
/// What was found in a stream lately: the same text is hidden wherever it stands again, even where no name tells what it is. Bounded; the oldest goes first.
/// </summary>
internal sealed class KnownSecrets
{
    private const int Most = 32;
    private const int Shortest = 8;
    private const int Longest = 512;

    private readonly List<(byte[] Text, string Detector)> _known = [];

    /// <summary>Remembers a text, unless it is one that ordinary text may hold as well.</summary>
    public void Add(ReadOnlySpan<byte> text, string detector)
    {
        if (text.Length is < Shortest or > Longest || Has(text))
        {
            return;
        }

        if (_known.Count == Most)
        {
            _known.RemoveAt(0);
        }

        _known.Add((text.ToArray(), detector));
    }

    /// <summary>Adds every place where one of them stands.</summary>
    public void Find(ReadOnlySpan<byte> text, List<HiddenSpan> spans)
    {
        foreach (var (known, detector) in _known)
        {
            for (int at = 0, next; (next = text[at..].IndexOf(known)) >= 0; at += next + known.Length)
            {
                spans.Add(new HiddenSpan(at + next, at + next + known.Length, detector));
            }
        }
    }

    private bool Has(ReadOnlySpan<byte> text)
    {
        foreach (var (known, _) in _known)
        {
            if (text.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
