using System.Text;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>Answers where a pattern's matches hold its keywords, case aside.</summary>
internal sealed class KeywordSearch
{
    private const int MostOffsets = 512;
    private readonly PatternAutomaton _automaton;
    private readonly byte[][] _keywords;

    public KeywordSearch(PatternAutomaton automaton, IEnumerable<string> keywords)
    {
        _automaton = automaton;
        _keywords = [.. keywords.Select(keyword => Encoding.UTF8.GetBytes(keyword.ToLowerInvariant()))];
    }

    /// <summary>True when some match holds this keyword.</summary>
    public static bool CanHold(PatternAutomaton automaton, string keyword)
    {
        var search = new KeywordSearch(automaton, [keyword]);
        return automaton.Levels().SelectMany(level => level).Distinct().Any(place => search.Spells(place, search._keywords[0], 0));
    }

    /// <summary>True when every match holds at least one keyword: no way to the end avoids them all.</summary>
    public bool IsInEveryMatch()
    {
        var trie = new Trie(_keywords);
        var alphabet = _keywords.SelectMany(keyword => keyword).Distinct().ToArray();
        var other = ~alphabet.Aggregate(ByteSet.None, (set, value) => set | ByteSet.Of(value)).WithBothCases();
        var seen = new HashSet<(int Place, int State)>();
        var open = new Stack<(int Place, int State)>(_automaton.Start.Select(place => (place, 0)));
        while (open.TryPop(out var at))
        {
            if (at.Place == PatternAutomaton.End)
                return false;
            if (!seen.Add(at))
                continue;
            foreach (var state in trie.Steps(_automaton.Bytes(at.Place).LowerCase(), alphabet, other, at.State))
            {
                foreach (var next in _automaton.Next(at.Place))
                    open.Push((next, state));
            }
        }
        return true;
    }

    /// <summary>How far after its start every match has a keyword; −1 where that varies.</summary>
    public int FixedOffset(long minLength)
    {
        var offset = 0;
        foreach (var level in _automaton.Levels().Take((int)Math.Min(minLength, MostOffsets)))
        {
            if (level.All(place => AllSpell(place, _keywords, 0)))
                return offset;
            offset++;
        }
        return -1;
    }

    /// <summary>True when every way on from a place spells one of the keywords from its character <paramref name="index"/> on.</summary>
    private bool AllSpell(int place, IReadOnlyList<byte[]> keywords, int index)
    {
        if (place == PatternAutomaton.End)
            return false;
        foreach (var value in _automaton.Bytes(place).LowerCase().Members())
        {
            var left = keywords.Where(keyword => keyword.Length > index && keyword[index] == value).ToList();
            if (left.Count == 0)
                return false;
            if (left.Any(keyword => keyword.Length == index + 1))
                continue;
            if (!_automaton.Next(place).Distinct().All(next => AllSpell(next, left, index + 1)))
                return false;
        }
        return true;
    }

    private bool Spells(int place, byte[] keyword, int index)
    {
        if (place == PatternAutomaton.End || !_automaton.Bytes(place).LowerCase().Contains(keyword[index]))
            return false;
        return index + 1 == keyword.Length || _automaton.Next(place).Distinct().Any(next => Spells(next, keyword, index + 1));
    }

    /// <summary>The keywords as an automaton that remembers how much of one was read.</summary>
    private sealed class Trie
    {
        private const int Found = -1;
        private readonly List<byte[]> _prefixes = [[]];
        private readonly byte[][] _keywords;

        public Trie(byte[][] keywords)
        {
            _keywords = keywords;
            foreach (var keyword in keywords)
            {
                for (var length = 1; length < keyword.Length; length++)
                    _prefixes.Add(keyword[..length]);
            }
        }

        /// <summary>The states that one byte of the set leads to; ways that complete a keyword are left out.</summary>
        public IEnumerable<int> Steps(ByteSet bytes, byte[] alphabet, ByteSet other, int state)
        {
            if (bytes.Overlaps(other))
                yield return 0;
            foreach (var value in alphabet)
            {
                if (bytes.Contains(value) && Step(state, value) is var next and not Found)
                    yield return next;
            }
        }

        private int Step(int state, byte value)
        {
            byte[] text = [.. _prefixes[state], value];
            if (_keywords.Any(keyword => text.AsSpan().EndsWith(keyword)))
                return Found;
            for (var start = 0; start < text.Length; start++)
            {
                var known = _prefixes.FindIndex(prefix => prefix.AsSpan().SequenceEqual(text.AsSpan(start)));
                if (known > 0)
                    return known;
            }
            return 0;
        }
    }
}
