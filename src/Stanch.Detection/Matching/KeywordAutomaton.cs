using System.Runtime.CompilerServices;
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
    /// <summary>Most states that a table has: their numbers are 16 bits.</summary>
    internal const int MostStates = 65_535;

    /// <summary>Most bytes that a keyword has.</summary>
    internal const int MostKeywordBytes = byte.MaxValue;

    private readonly Lazy<string[]> _keywords;
    private readonly FixedTable<byte> _classes;
    private readonly FixedTable<ushort> _transitions;
    private readonly int _shift;
    private readonly int _firstReporting;
    private readonly ReportTable<int> _reports;

    internal KeywordAutomaton(Lazy<string[]> keywords, int longestKeyword, FixedTable<byte> classes, FixedTable<ushort> transitions, int shift, int firstReporting, ReportTable<int> reports)
    {
        _keywords = keywords;
        _classes = classes;
        _transitions = transitions;
        _shift = shift;
        _firstReporting = firstReporting;
        _reports = reports;
        LongestKeyword = longestKeyword;
    }

    /// <summary>The keywords, lower case; a keyword's number is its place here.</summary>
    public IReadOnlyList<string> Keywords => _keywords.Value;

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
        var reports = ReportTable<int>.Of(table.Reports.Select(report => report.Length), table.Reports.SelectMany(report => report));
        var longest = sorted.Select(keyword => keyword.Length).DefaultIfEmpty().Max();
        return new KeywordAutomaton(new Lazy<string[]>(sorted), longest, FixedTable<byte>.Copy(trie.Classes), FixedTable<ushort>.Copy(table.Transitions), table.Shift, table.FirstReporting, reports);
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The data is not such a table.</exception>
    public static KeywordAutomaton Load(ReadOnlySpan<byte> data) => KeywordTable.Read(data, inPlace: false);

    /// <summary>
    /// Reads what <see cref="Serialize"/> wrote where it lies: nothing is copied or checked, which would be half of what starting costs. For data that is a part of the program, as trusted as its code and as lasting.
    /// </summary>
    /// <param name="data">Never moves and never goes away.</param>
    /// <exception cref="InvalidDataException">The data is not such a table.</exception>
    public static KeywordAutomaton LoadInPlace(ReadOnlySpan<byte> data) => KeywordTable.Read(data, inPlace: true);

    /// <summary>The tables as bytes, little-endian; a build step writes them, <see cref="Load"/> reads them.</summary>
    public byte[] Serialize() => KeywordTable.Write(this, _classes, _transitions, _shift, _firstReporting, _reports);

    /// <summary>
    /// Finds the keywords that end in <paramref name="content"/>[<paramref name="start"/>..<paramref name="end"/>) and adds them to
    /// <paramref name="hits"/> in order of position.
    /// </summary>
    internal unsafe void Scan(ReadOnlySpan<byte> content, int start, int end, HitBuffer hits)
    {
        hits.Clear();
        var length = end - start;
        fixed (byte* bytes = content)
        {
            var classes = _classes.Start;
            var transitions = _transitions.Start;
            if (length < HitBuffer.LeastInterleaved)
            {
                ScanLane(bytes, start, end, classes, transitions, hits.Lane(0));
            }
            else
            {
                ScanInterleaved(bytes, start, end, classes, transitions, hits);
            }
        }

        // The pointers do not keep the tables.
        GC.KeepAlive(this);
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
}
