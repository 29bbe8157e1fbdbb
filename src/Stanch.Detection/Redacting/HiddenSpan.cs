namespace Stanch.Detection.Redacting;

/// <summary>A part of a text that is not to be shown.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset behind its last byte.</param>
/// <param name="Detector">The id of the detector that found it; of several that overlap, the first one's.</param>
internal readonly record struct HiddenSpan(int Start, int End, string Detector)
{
    /// <summary>Sorts them, and makes one of those that overlap.</summary>
    public static void Merge(List<HiddenSpan> spans)
    {
        spans.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : string.CompareOrdinal(a.Detector, b.Detector));
        var kept = 0;
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start < spans[kept].End)
            {
                spans[kept] = spans[kept] with { End = Math.Max(spans[kept].End, spans[i].End) };
            }
            else
            {
                spans[++kept] = spans[i];
            }
        }

        if (spans.Count > 0)
        {
            spans.RemoveRange(kept + 1, spans.Count - kept - 1);
        }
    }
}
