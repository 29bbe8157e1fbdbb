namespace Stanch.Detection.Scanning;

/// <summary>The sets of detectors that had matches in the blobs of one scan, by number; number 0 is the empty one. Safe for many threads.</summary>
internal sealed class MatchedSets(IReadOnlyList<Detector> detectors)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int NumberOf(MatchedSet set)
    {
        if (set.IsEmpty)
        {
            return 0;
        }

        var text = set.ToText();
        lock (_texts)
        {
            if (!_numbers.TryGetValue(text, out var number))
            {
                _texts.Add(text);
                _numbers[text] = number = _texts.Count;
            }

            return number;
        }
    }

    public MatchedDetectors this[int number]
    {
        get
        {
            string text;
            lock (_texts)
            {
                text = number == 0 ? " " : _texts[number - 1];
            }

            return new MatchedDetectors([.. MatchedSet.NumbersOf(text).Select(index => detectors[index].Id)], text[0] == '*');
        }
    }
}
