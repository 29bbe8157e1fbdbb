using System.Text;

namespace Stanch.Cli.Agents;

/// <summary>A text whose secrets are replaced by what names their kind.</summary>
internal static class RedactedText
{
    /// <param name="text">UTF-8.</param>
    /// <param name="from">Where the part that is wanted starts.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="spans">What is hidden, in bytes, in any order.</param>
    public static string Of(ReadOnlySpan<byte> text, int from, int to, IEnumerable<(int Start, int End, string Detector)> spans)
    {
        var clean = new StringBuilder();
        var position = from;
        foreach (var (start, end, detector) in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (end <= position) continue;
            clean.Append(Encoding.UTF8.GetString(text[position..Math.Max(position, Math.Min(start, to))]));
            clean.Append("[redacted:").Append(detector).Append(']');
            position = Math.Min(end, to);
        }

        return clean.Append(Encoding.UTF8.GetString(text[position..to])).ToString();
    }
}
