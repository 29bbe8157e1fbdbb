using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Stanch.Detection.Matching;

/// <summary>A <see cref="KeywordAutomaton"/> as bytes, little-endian.</summary>
internal static class KeywordTable
{
    private const uint Magic = 0x32414B53; // "SKA2"
    private const int MostShift = 8;
    private const int ClassCount = 256;

    public static byte[] Write(KeywordAutomaton automaton, FixedTable<byte> classes, FixedTable<ushort> transitions, int shift, int firstReporting, ReportTable<int> reports)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.ASCII);
        writer.Write(Magic);
        writer.Write(shift);
        writer.Write(firstReporting);
        writer.Write(automaton.LongestKeyword);
        writer.Write(transitions.Length);
        writer.Write(reports.Count);
        writer.Write(reports.Values.Length);
        writer.Write(automaton.Keywords.Count);
        writer.Write(classes.Span);
        writer.Write(MemoryMarshal.AsBytes(transitions.Span));
        writer.Write(MemoryMarshal.AsBytes(reports.Starts.Span));
        writer.Write(MemoryMarshal.AsBytes(reports.Values.Span));
        foreach (var keyword in automaton.Keywords)
        {
            writer.Write((byte)keyword.Length);
            writer.Write(Encoding.ASCII.GetBytes(keyword));
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <param name="inPlace">Copies and checks nothing; the keywords are read when they are asked for.</param>
    /// <exception cref="InvalidDataException">The data is not such a table.</exception>
    public static KeywordAutomaton Read(ReadOnlySpan<byte> data, bool inPlace)
    {
        var bytes = new TableBytes(data, inPlace);
        if (bytes.ReadInt() != Magic)
        {
            throw new InvalidDataException("not a keyword table: its first four bytes are others");
        }

        var shift = bytes.ReadCount(MostShift, "class bits");
        var firstReporting = bytes.ReadCount(KeywordAutomaton.MostStates, "first reporting state");
        var longest = bytes.ReadCount(KeywordAutomaton.MostKeywordBytes, "longest keyword");
        var transitionCount = bytes.ReadCountOf(sizeof(ushort), "transitions");
        var reportCount = bytes.ReadCountOf(sizeof(int), "reporting states");
        var numberCount = bytes.ReadCountOf(sizeof(int), "reports");
        var keywordCount = bytes.ReadCountOf(sizeof(byte), "keywords");
        var states = transitionCount >> shift;
        if (states is 0 or > KeywordAutomaton.MostStates || states << shift != transitionCount || firstReporting + reportCount != states || firstReporting == 0)
        {
            throw new InvalidDataException($"the keyword table contradicts itself: {transitionCount} transitions, {firstReporting} + {reportCount} states");
        }

        var classes = bytes.ReadTable<byte>(ClassCount);
        var transitions = bytes.ReadTable<ushort>(transitionCount);
        var reports = new ReportTable<int>(bytes.ReadTable<int>(reportCount + 1), bytes.ReadTable<int>(numberCount));
        var texts = bytes.ReadTable<byte>(bytes.Left);
        var keywords = new Lazy<string[]>(() => ReadKeywords(texts.Span, keywordCount));
        if (!inPlace)
        {
            CheckBelow(classes.Span.ToArray().Max(), 1 << shift, "byte class");
            CheckBelow(Greatest(transitions.Span), states, "state");
            Check(reports, keywordCount);
            Check(keywords.Value, longest);
        }

        return new KeywordAutomaton(keywords, longest, classes, transitions, shift, firstReporting, reports);
    }

    // The scan reads through pointers and checks nothing: every index that it will follow is checked here, once.
    private static void Check(ReportTable<int> reports, int keywordCount)
    {
        if (reports.Starts[0] != 0 || reports.Starts[reports.Count] != reports.Values.Length || !reports.Starts.Span.ToArray().Order().SequenceEqual(reports.Starts.Span.ToArray()))
        {
            throw new InvalidDataException("the keyword table's reporting states do not follow each other");
        }

        foreach (var keyword in reports.Values.Span)
        {
            CheckBelow(keyword, keywordCount, "keyword number");
        }
    }

    private static void Check(string[] keywords, int longest)
    {
        if (keywords.Select(keyword => keyword.Length).DefaultIfEmpty().Max() != longest)
        {
            throw new InvalidDataException($"the keyword table says that its longest keyword has {longest} bytes, and it has others");
        }
    }

    private static string[] ReadKeywords(ReadOnlySpan<byte> texts, int count)
    {
        var bytes = new TableBytes(texts, inPlace: true);
        var keywords = new string[count];
        for (var i = 0; i < count; i++)
        {
            var keyword = bytes.Take(bytes.Take(1)[0]);
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
        if ((uint)value >= (uint)limit)
        {
            throw new InvalidDataException($"the keyword table names {what} {value}, but there are only {limit}");
        }
    }
}
