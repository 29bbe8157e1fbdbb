using System.Text;

namespace Stanch.Detection.Scanning;

/// <summary>Cuts the lines around a candidate out of its blob, in clear and with every secret of the blob redacted.</summary>
internal static class SnippetBuilder
{
    private const int LinesAround = 2;
    private const int LongestLine = 240;

    /// <param name="candidates">All candidates of the blob, in order of place: what any of them found is redacted.</param>
    public static Snippet Build(ReadOnlySpan<byte> content, Candidate candidate, List<Candidate> candidates)
    {
        var start = LineStart(content, candidate.Start);
        var before = 0;
        while (before < LinesAround && start > 0)
        {
            start = LineStart(content, start - 1);
            before++;
        }

        var lines = new List<SnippetLine>();
        var wanted = before + 1 + Math.Min(candidate.Location.EndLine - candidate.Location.Line, LinesAround) + LinesAround;
        for (var position = start; lines.Count < wanted && position < content.Length;)
        {
            var end = LineEnd(content, position);
            lines.Add(MakeLine(content, position, end, candidate, candidates));
            position = end + 1;
        }

        return new Snippet(lines, candidate.Location.Line - before);
    }

    private static SnippetLine MakeLine(ReadOnlySpan<byte> content, int start, int end, Candidate candidate, List<Candidate> candidates)
    {
        var (from, to) = Window(start, end, candidate);
        while (to > from && content[to - 1] == (byte)'\r')
        {
            to--;
        }

        var redacted = new StringBuilder(from > start ? "…" : "");
        var position = from;
        foreach (var other in candidates)
        {
            if (other.End <= position || other.Start >= to)
            {
                continue;
            }

            redacted.Append(Refiner.Decode(content[position..Math.Max(position, other.Start)]));
            redacted.Append(other.Start >= from ? other.Secret.Redacted() : "…");
            position = Math.Min(other.End, to);
        }

        redacted.Append(Refiner.Decode(content[position..to]));
        redacted.Append(to < end && content[to] != (byte)'\r' ? "…" : "");
        return new SnippetLine(new Secret(Refiner.Decode(content[from..to])), redacted.ToString());
    }

    // A long line is cut around the secret if it holds it, else at its start.
    private static (int From, int To) Window(int start, int end, Candidate candidate)
    {
        if (end - start <= LongestLine)
        {
            return (start, end);
        }

        var holds = candidate.Start >= start && candidate.Start <= end;
        var from = holds ? Math.Max(start, candidate.Start - LongestLine / 3) : start;
        return (from, Math.Min(end, Math.Max(from + LongestLine, holds ? Math.Min(candidate.End, from + 2 * LongestLine) + 40 : 0)));
    }

    private static int LineStart(ReadOnlySpan<byte> content, int offset) => content[..offset].LastIndexOf((byte)'\n') + 1;

    private static int LineEnd(ReadOnlySpan<byte> content, int offset)
    {
        var next = content[offset..].IndexOf((byte)'\n');
        return next < 0 ? content.Length : offset + next;
    }
}
