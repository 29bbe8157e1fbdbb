namespace Stanch.Detection.Scanning;

/// <summary>What became of one detector's keyword on its way through the pipeline.</summary>
/// <param name="Detector">Whose keyword it is.</param>
/// <param name="Keyword">As it stands in the text.</param>
/// <param name="Line">1-based line of the keyword.</param>
/// <param name="Column">1-based column of the keyword, in UTF-16 units.</param>
/// <param name="Gate">Where its way ended.</param>
public sealed record TracedHit(Detector Detector, string Keyword, int Line, int Column, Gate Gate)
{
    /// <summary>The finding, where it was found.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The text that had the secret's form and was dropped all the same; null where no text had.</summary>
    public Secret? Dropped { get; init; }

    /// <summary>What was measured at a gate that measures, in words; null for the others.</summary>
    public string? Measured { get; init; }

    /// <summary>The detector that took the text, where another one did.</summary>
    public Detector? Winner { get; init; }

    /// <summary>What the text was hidden in, outermost first; empty for what stands in clear. The place is then that of the encoded text.</summary>
    public IReadOnlyList<string> Decoded { get; init; } = [];
}
