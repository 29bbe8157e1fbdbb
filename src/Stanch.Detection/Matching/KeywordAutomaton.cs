using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Stanch.Detection.Matching;

/// <summary>
/// Finds every occurrence of any number of keywords in one pass over bytes, without regard to ASCII case. A dense Aho-Corasick automaton: one table
/// look-up a byte, the case folded into the class map, states that report something numbered last so that one comparison tells them. See
/// <c>DESIGN.md</c> beside this file.
/// </summary>
/// <remarks>Immutable; safe for all threads. Made at build time for the built-in catalogue (<see cref="Serialize"/>, <see cref="Load"/>) and at run time for users' detectors.</remarks>
public sealed class KeywordAutomaton
{
    private const uint Magic = 0x31414B53; // "SKA1"
    private const int MostStates = 65_535;
    private const int MostKeywordBytes = byte.MaxValue;
    private const int MostShift = 8;

    private readonly byte[] _classes;
    private readonly TransitionTable _transitions;
    private readonly int _shift;
    private readonly int _firstReporting;
    private readonly ReportTable _reports;

    private KeywordAutomaton(string[] keywords, byte[] classes, TransitionTable transitions, int shift, int firstReporting, ReportTable reports)
    {
        Keywords = keywords;
        _classes = classes;
        _transitions = transitions;
        _shift = shift;
        _firstReporting = firstReporting;
        _reports = reports;
        LongestKeyword = keywords.Length == 0 ? 0 : keywords.Max(keyword => keyword.Length);
    }

    /// <summary>The keywords, lower case; a keyword's number is its place here.</summary>
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>Length in bytes of the longest keyword: how far back a scan that starts in the middle must warm up.</summary>
    public int LongestKeyword { get; }

    /// <summary>How many states report at least one keyword.</summary>
    public int ReportingStates => _reports.Count;

    /// <summary>The keywords that end at a reporting state, numbered from 0.</summary>
    public ReadOnlySpan<int> KeywordsOf(int reportingState) => _reports[reportingState];

    /// <summary>Builds the automaton.</summary>
    /// <param name="keywords">ASCII, any case; repeated ones count once.</param>
    /// <exception cref="ArgumentException">A keyword is empty, longer than 255 bytes or not ASCII, or there are too many of them for 65,535 states.</exception>
    public static KeywordAutomaton Build(IEnumerable<string> keywords)
    {
        var sorted = keywords.Select(keyword => keyword.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var keyword in sorted)
        {
            if (keyword.Length is 0 or > MostKeywordBytes || !Ascii.IsValid(keyword))
            {
                throw new ArgumentException($"a keyword must be ASCII, not empty and at most {MostKeywordBytes} bytes long: '{keyword}'", nameof(keywords));
            }
        }

        var trie = new KeywordTrie(sorted);
        if (trie.StateCount > MostStates)
        {
            throw new ArgumentException($"the keywords need {trie.StateCount} states, more than {MostStates}: use fewer or shorter ones", nameof(keywords));
        }

        var table = trie.ToDenseTable();
        return new KeywordAutomaton(sorted, trie.Classes, TransitionTable.Copy(table.Transitions), table.Shift, table.FirstReporting, ReportTable.Of(table.Reports));
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The data is not such a table.</exception>
    public static KeywordAutomaton Load(ReadOnlySpan<byte> data) => new TableReader(data, inPlace: false).Read();

    /// <summary>
    /// Reads what <see cref="Serialize"/> wrote where it lies: the transitions, nearly all of it, are neither copied nor checked, which would be half of
    /// what starting costs. For data that is a part of the program, as trusted as its code and as lasting.
    /// </summary>
    /// <param name="data">Never moves and never goes away.</param>
    /// <exception cref="InvalidDataException">The data is not such a table.</exception>
    public static KeywordAutomaton LoadInPlace(ReadOnlySpan<byte> data) => new TableReader(data, inPlace: true).Read();

    /// <summary>The tables as bytes, little-endian; a build step writes them, <see cref="Load"/> reads them.</summary>
    public byte[] Serialize()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.ASCII);
        writer.Write(Magic);
        writer.Write(_shift);
        writer.Write(_firstReporting);
        writer.Write(_transitions.Span.Length);
        writer.Write(_reports.Count);
        writer.Write(Keywords.Count);
        writer.Write(_classes);
        writer.Write(MemoryMarshal.AsBytes(_transitions.Span));
        for (var state = 0; state < _reports.Count; state++)
        {
            writer.Write(_reports[state].Length);
            foreach (var keyword in _reports[state])
            {
                writer.Write(keyword);
            }
        }

        foreach (var keyword in Keywords)
        {
            writer.Write((byte)keyword.Length);
            writer.Write(Encoding.ASCII.GetBytes(keyword));
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>
    /// Finds the keywords that end in <paramref name="content"/>[<paramref name="start"/>..<paramref name="end"/>) and adds them to
    /// <paramref name="hits"/> in order of position.
    /// </summary>
    internal unsafe void Scan(ReadOnlySpan<byte> content, int start, int end, HitBuffer hits)
    {
        hits.Clear();
        var length = end - start;
        fixed (byte* bytes = content)
        fixed (byte* classes = _classes)
        {
            var transitions = _transitions.Start;
            if (length < HitBuffer.LeastInterleaved)
            {
                ScanLane(bytes, start, end, classes, transitions, hits.Lane(0));
                return;
            }

            ScanInterleaved(bytes, start, end, classes, transitions, hits);
        }
    }

    private unsafe uint WarmUp(byte* bytes, int position, byte* classes, ushort* transitions)
    {
        uint state = 0;
        for (var i = Math.Max(0, position - LongestKeyword + 1); i < position; i++)
        {
            state = transitions[(state << _shift) | classes[bytes[i]]];
        }

        return state;
    }

    private unsafe void ScanLane(byte* bytes, int start, int end, byte* classes, ushort* transitions, HitLane lane)
    {
        var shift = _shift;
        var first = (uint)_firstReporting;
        var state = WarmUp(bytes, start, classes, transitions);
        for (var i = start; i < end; i++)
        {
            state = transitions[(state << shift) | classes[bytes[i]]];
            if (state >= first)
            {
                lane.Add(i, state - first);
            }
        }
    }

    // Four independent chains of look-ups hide each other's latency: 3.5 times one chain on the machines measured.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void ScanInterleaved(byte* bytes, int start, int end, byte* classes, ushort* transitions, HitBuffer hits)
    {
        var shift = _shift;
        var first = (uint)_firstReporting;
        var quarter = (end - start) / 4;
        byte* p0 = bytes + start, p1 = p0 + quarter, p2 = p1 + quarter, p3 = p2 + quarter;
        var s0 = WarmUp(bytes, start, classes, transitions);
        var s1 = WarmUp(bytes, start + quarter, classes, transitions);
        var s2 = WarmUp(bytes, start + 2 * quarter, classes, transitions);
        var s3 = WarmUp(bytes, start + 3 * quarter, classes, transitions);
        HitLane l0 = hits.Lane(0), l1 = hits.Lane(1), l2 = hits.Lane(2), l3 = hits.Lane(3);
        for (var i = 0; i < quarter; i++)
        {
            s0 = transitions[(s0 << shift) | classes[p0[i]]];
            s1 = transitions[(s1 << shift) | classes[p1[i]]];
            s2 = transitions[(s2 << shift) | classes[p2[i]]];
            s3 = transitions[(s3 << shift) | classes[p3[i]]];
            if (s0 >= first)
            {
                l0.Add(start + i, s0 - first);
            }

            if (s1 >= first)
            {
                l1.Add(start + quarter + i, s1 - first);
            }

            if (s2 >= first)
            {
                l2.Add(start + 2 * quarter + i, s2 - first);
            }

            if (s3 >= first)
            {
                l3.Add(start + 3 * quarter + i, s3 - first);
            }
        }

        for (var i = start + 4 * quarter; i < end; i++)
        {
            s3 = transitions[(s3 << shift) | classes[bytes[i]]];
            if (s3 >= first)
            {
                l3.Add(i, s3 - first);
            }
        }
    }

    // The scan reads through pointers and checks nothing: every index that it will follow is checked here, once.
    private ref struct TableReader(ReadOnlySpan<byte> data, bool inPlace)
    {
        private ReadOnlySpan<byte> _rest = data;

        public KeywordAutomaton Read()
        {
            if (ReadInt() != Magic)
            {
                throw new InvalidDataException("not a keyword table: its first four bytes are others");
            }

            var shift = ReadCount(MostShift, "class bits");
            var firstReporting = ReadCount(MostStates, "first reporting state");
            var transitionCount = ReadCount(_rest.Length / sizeof(ushort), "transitions");
            var reportCount = ReadCount(_rest.Length / sizeof(int), "reporting states");
            var keywordCount = ReadCount(_rest.Length, "keywords");
            var states = transitionCount >> shift;
            if (states is 0 or > MostStates || states << shift != transitionCount || firstReporting + reportCount != states || firstReporting == 0)
            {
                throw new InvalidDataException($"the keyword table contradicts itself: {transitionCount} transitions, {firstReporting} + {reportCount} states");
            }

            var classes = Take(256).ToArray();
            CheckBelow(classes.Max(), 1 << shift, "byte class");
            var transitions = ReadTransitions(transitionCount, states);
            var reports = ReadReports(reportCount, keywordCount);
            return new KeywordAutomaton(ReadKeywords(keywordCount), classes, transitions, shift, firstReporting, reports);
        }

        private TransitionTable ReadTransitions(int count, int states)
        {
            var transitions = MemoryMarshal.Cast<byte, ushort>(Take(count * sizeof(ushort)));
            if (inPlace)
            {
                return TransitionTable.InPlace(transitions);
            }

            CheckBelow(Greatest(transitions), states, "state");
            return TransitionTable.Copy(transitions);
        }

        private ReportTable ReadReports(int count, int keywordCount)
        {
            var starts = new int[count + 1];
            var numbers = new List<int>(count);
            for (var i = 0; i < count; i++)
            {
                for (var left = ReadCount(_rest.Length / sizeof(int), "keywords of a state"); left > 0; left--)
                {
                    var keyword = ReadCount(int.MaxValue, "keyword number");
                    CheckBelow(keyword, keywordCount, "keyword number");
                    numbers.Add(keyword);
                }

                starts[i + 1] = numbers.Count;
            }

            return new ReportTable(starts, [.. numbers]);
        }

        private string[] ReadKeywords(int count)
        {
            var keywords = new string[count];
            for (var i = 0; i < count; i++)
            {
                var keyword = Take(Take(1)[0]);
                if (keyword.IsEmpty || !Ascii.IsValid(keyword))
                {
                    throw new InvalidDataException($"keyword {i} of the table is empty or not ASCII");
                }

                keywords[i] = Encoding.ASCII.GetString(keyword);
            }

            return keywords;
        }

        private static int Greatest(ReadOnlySpan<ushort> values)
        {
            var greatest = Vector<ushort>.Zero;
            while (values.Length >= Vector<ushort>.Count)
            {
                greatest = Vector.Max(greatest, new Vector<ushort>(values));
                values = values[Vector<ushort>.Count..];
            }

            var most = 0;
            for (var i = 0; i < Vector<ushort>.Count; i++)
            {
                most = Math.Max(most, greatest[i]);
            }

            foreach (var value in values)
            {
                most = Math.Max(most, value);
            }

            return most;
        }

        private static void CheckBelow(int value, int limit, string what)
        {
            if (value >= limit)
            {
                throw new InvalidDataException($"the keyword table names {what} {value}, but there are only {limit}");
            }
        }

        private int ReadCount(int most, string what)
        {
            var value = ReadInt();
            return value <= (uint)most ? (int)value : throw new InvalidDataException($"the keyword table says {value} for its {what}, more than it can hold");
        }

        private uint ReadInt() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

        private ReadOnlySpan<byte> Take(int count)
        {
            if (count > _rest.Length)
            {
                throw new InvalidDataException("the keyword table is cut short");
            }

            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}
