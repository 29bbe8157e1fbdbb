using System.Text;

namespace Stanch.Detection.Scanning;

/// <summary>Cuts the lines around a candidate out of its blob, in clear and with every secret of the blob redacted. Looks at a bounded part of it.</summary>
internal static class SnippetBuilder
{
    private const int LinesAround = 2;
    private const int LongestLine = 240;
    private const int MostRepeated = 32;
    private const int LeastRepeatedLength = 6;

    /// <summary>Most bytes of one line that are looked at: a line whose ends are farther is not shown beside another.</summary>
    private const int LineReach = 4096;

    /// <param name="all">Every secret of the blob that could stand once more in the lines; null where there are too many to look for each.</param>
    public static Snippet Build(ReadOnlySpan<byte> content, Candidate candidate, List<Redaction> redactions, List<Secret>? all)
    {
        var start = LineStart(content, candidate.Start);
        var before = 0;
        while (before < LinesAround && start > 0 && content[start - 1] == (byte)'\n'
            && LineStart(content, start - 1) is var previous && (previous == 0 || content[previous - 1] == (byte)'\n'))
        {
            start = previous;
            before++;
        }

        var ranges = new List<(int Start, int End)>();
        var wanted = before + 1 + Math.Min(candidate.Location.EndLine - candidate.Location.Line, LinesAround) + LinesAround;
        for (var position = start; ranges.Count < wanted && position < content.Length;)
        {
            var end = LineEnd(content, ranges.Count == before ? candidate.Start : position);
            ranges.Add((position, end));
            if (end < content.Length && content[end] != (byte)'\n')
            {
                break;
            }

            position = end + 1;
        }

        var repeated = all ?? SecretsWithin(redactions, start, ranges[^1].End);
        var lines = new List<SnippetLine>(ranges.Count);
        foreach (var range in ranges)
        {
            lines.Add(MakeLine(content, range.Start, range.End, candidate, redactions, repeated));
        }

        return new Snippet(lines, candidate.Location.Line - before);
    }

    /// <summary>The secrets to look for in every snippet of a blob, or null where they are too many.</summary>
    public static List<Secret>? SecretsOf(List<Candidate> candidates)
    {
        if (candidates.Count > MostRepeated)
        {
            return null;
        }

        return [.. candidates.Select(candidate => candidate.Secret).Where(secret => secret.Length >= LeastRepeatedLength).OrderByDescending(secret => secret.Length)];
    }

    private static SnippetLine MakeLine(ReadOnlySpan<byte> content, int start, int end, Candidate candidate, List<Redaction> redactions, List<Secret> repeated)
    {
        var (from, to) = Window(content, start, end, candidate);
        while (to > from && content[to - 1] == (byte)'\r')
        {
            to--;
        }

        var redacted = new StringBuilder(from > 0 && content[from - 1] != (byte)'\n' ? "…" : "");
        var position = from;
        for (var i = Redaction.FirstBehind(redactions, from); i < redactions.Count && redactions[i].Start < to; i++)
        {
            var hidden = redactions[i];
            AppendClear(redacted, content[position..Math.Max(position, hidden.Start)], repeated);
            redacted.Append(hidden.Candidate is { } known && hidden.Start >= from ? known.Secret.Redacted() : "…");
            position = Math.Min(hidden.End, to);
        }

        AppendClear(redacted, content[position..to], repeated);
        redacted.Append(to < content.Length && content[to] is not ((byte)'\r' or (byte)'\n') ? "…" : "");
        return new SnippetLine(new Secret(Refiner.Decode(content[from..to])), redacted.ToString());
    }

    // The same text may stand once more where no detector looks: in a comment, a log line.
    private static void AppendClear(StringBuilder line, ReadOnlySpan<byte> bytes, List<Secret> repeated)
    {
        var text = Refiner.Decode(bytes);
        foreach (var secret in repeated)
        {
            text = text.Replace(secret.Reveal(), secret.Redacted(), StringComparison.Ordinal);
        }

        line.Append(text);
    }

    private static List<Secret> SecretsWithin(List<Redaction> redactions, int start, int end)
    {
        var secrets = new List<Secret>();
        for (var i = Redaction.FirstBehind(redactions, start); i < redactions.Count && redactions[i].Start < end && secrets.Count < MostRepeated; i++)
        {
            if (redactions[i].Candidate is { } candidate && candidate.Secret.Length >= LeastRepeatedLength && !secrets.Exists(candidate.Secret.SameAs))
            {
                secrets.Add(candidate.Secret);
            }
        }

        return secrets;
    }

    // A long line is cut around the secret if it holds it, else at its start; never within a character.
    private static (int From, int To) Window(ReadOnlySpan<byte> content, int start, int end, Candidate candidate)
    {
        if (end - start <= LongestLine)
        {
            return (start, end);
        }

        var holds = candidate.Start >= start && candidate.Start <= end;
        var from = holds ? Math.Max(start, candidate.Start - LongestLine / 3) : start;
        var to = Math.Min(end, Math.Max(from + LongestLine, holds ? Math.Min(candidate.End, from + 2 * LongestLine) + 40 : 0));
        return (from - LinePrefix.UnfinishedTail(content[start..from]), to - LinePrefix.UnfinishedTail(content[from..to]));
    }

    private static int LineStart(ReadOnlySpan<byte> content, int offset)
    {
        var from = Math.Max(0, offset - LineReach);
        return from + content[from..offset].LastIndexOf((byte)'\n') + 1;
    }

    private static int LineEnd(ReadOnlySpan<byte> content, int offset)
    {
        var reached = content.Slice(offset, Math.Min(LineReach, content.Length - offset));
        var next = reached.IndexOf((byte)'\n');
        return offset + (next < 0 ? reached.Length : next);
    }
}
