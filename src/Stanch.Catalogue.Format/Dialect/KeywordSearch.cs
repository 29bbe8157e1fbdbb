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

    /// <summary>A match that holds no keyword; null where every match holds one: no way to the end avoids them all.</summary>
    public string? MatchWithout()
    {
        var trie = new Trie(_keywords);
        var seen = new HashSet<(int Place, int State)>();
        var open = new Stack<(int Place, int State, Text? Before)>(_automaton.Start.Select(place => (place, 0, (Text?)null)));
        while (open.TryPop(out var at))
        {
            if (at.Place == PatternAutomaton.End)
                return Text.Of(at.Before);
            if (!seen.Add((at.Place, at.State)))
                continue;
            foreach (var (state, value) in trie.Steps(_automaton.Bytes(at.Place), at.State))
            {
                foreach (var next in _automaton.Next(at.Place))
                    open.Push((next, state, new Text(at.Before, value)));
            }
        }
        return null;
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
        private readonly byte[] _alphabet;
        private readonly ByteSet _other;

        public Trie(byte[][] keywords)
        {
            _keywords = keywords;
            _alphabet = [.. keywords.SelectMany(keyword => keyword).Distinct()];
            _other = ~_alphabet.Aggregate(ByteSet.None, (set, value) => set | ByteSet.Of(value)).WithBothCases();
            foreach (var keyword in keywords)
            {
                for (var length = 1; length < keyword.Length; length++)
                    _prefixes.Add(keyword[..length]);
            }
        }

        /// <summary>The states that one byte of the set leads to, and such a byte; ways that complete a keyword are left out.</summary>
        public IEnumerable<(int State, byte Byte)> Steps(ByteSet bytes, int state)
        {
            var lower = bytes.LowerCase();
            if ((lower & _other) is { IsEmpty: false } others)
                yield return (0, Typical(others));
            foreach (var value in _alphabet)
            {
                if (lower.Contains(value) && Step(state, value) is var next and not Found)
                    yield return (next, value);
            }
        }

        /// <summary>The member that reads best in a message.</summary>
        private static byte Typical(ByteSet set) => set.Members().OrderByDescending(value => ByteSet.Word.Contains(value)).ThenByDescending(value => value is > 0x20 and < 0x7F).First();

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

    /// <summary>A text, last byte first.</summary>
    private sealed record Text(Text? Before, byte Last)
    {
        public static string Of(Text? text)
        {
            var bytes = new List<byte>();
            for (; text is not null; text = text.Before)
                bytes.Add(text.Last);
            bytes.Reverse();
            return Encoding.Latin1.GetString([.. bytes]);
        }
    }
}
