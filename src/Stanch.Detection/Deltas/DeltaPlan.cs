namespace Stanch.Detection.Deltas;

/// <summary>Which parts of a blob are searched and which are taken over from its base. One a thread, used again.</summary>
internal sealed class DeltaPlan
{
    // A copy that is shorter than what is read around it saves nothing.
    private const int LeastCopy = 512;

    // More than so much of a blob to search, in eighths, and it is searched whole.
    private const int MostEighths = 7;

    private int _longestKeyword;

    public List<DeltaSpan> Keywords { get; } = [];

    public List<DeltaSpan> Signs { get; } = [];

    public BlobTrace Base { get; private set; } = null!;

    /// <summary>Bytes in which keywords are looked for.</summary>
    public int Searched { get; private set; }

    /// <param name="longestKeyword">In bytes.</param>
    /// <returns>False where it is better to search the blob whole.</returns>
    public bool TryMake(ReadOnlySpan<byte> content, BlobTrace from, ReadOnlySpan<CopiedPart> copies, int longestKeyword)
    {
        Base = from;
        _longestKeyword = longestKeyword;
        Fill(Keywords, content, copies, isForKeywords: true);
        Searched = 0;
        foreach (var span in Keywords)
        {
            Searched += span.IsKept ? 0 : span.To - span.From;
        }

        if (Searched > content.Length / 8 * MostEighths)
        {
            return false;
        }

        Fill(Signs, content, copies, isForKeywords: false);
        return true;
    }

    private void Fill(List<DeltaSpan> spans, ReadOnlySpan<byte> content, ReadOnlySpan<CopiedPart> copies, bool isForKeywords)
    {
        spans.Clear();
        var (end, baseEnd) = (0, 0);
        var searched = (From: 0, To: 0);
        foreach (var copy in copies)
        {
            if (copy.Length < LeastCopy)
            {
                continue;
            }

            if (copy.Start != end || copy.From != baseEnd)
            {
                AddChange(spans, content, (end, copy.Start), baseEnd - end, ref searched, isForKeywords);
            }

            (end, baseEnd) = (copy.End, copy.From + copy.Length);
        }

        if (end != content.Length || baseEnd != Base.Length)
        {
            AddChange(spans, content, (end, content.Length), baseEnd - end, ref searched, isForKeywords);
        }

        Close(spans, searched, content.Length, baseEnd - end);
    }

    private void AddChange(
        List<DeltaSpan> spans, ReadOnlySpan<byte> content, (int From, int To) change, int shift, ref (int From, int To) searched, bool isForKeywords)
    {
        var from = change.From <= searched.To ? searched.To
            : isForKeywords ? DeltaReach.KeywordsFrom(change.From) : DeltaReach.SignsFrom(content, change.From);
        var to = isForKeywords ? DeltaReach.KeywordsTo(change.To, content.Length, _longestKeyword) : DeltaReach.SignsTo(content, change.To);
        if (from > searched.To)
        {
            Close(spans, searched, from, shift);
            searched = (from, to);
        }

        searched.To = Math.Max(searched.To, to);
    }

    private static void Close(List<DeltaSpan> spans, (int From, int To) searched, int keptTo, int shift)
    {
        if (searched.To > searched.From)
        {
            spans.Add(new DeltaSpan(searched.From, searched.To, IsKept: false, 0));
        }

        if (keptTo > searched.To)
        {
            spans.Add(new DeltaSpan(searched.To, keptTo, IsKept: true, shift));
        }
    }
}
