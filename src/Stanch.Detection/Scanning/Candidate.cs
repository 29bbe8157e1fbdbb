using Stanch.Detection.Assignments;

namespace Stanch.Detection.Scanning;

/// <summary>What the first step, which sees only bytes, makes of a match: everything of a finding but its place. Held until its places are known.</summary>
internal sealed class Candidate
{
    public required Detector Detector { get; init; }
    public required Secret Secret { get; init; }

    /// <summary>Offset of the secret's first byte in the content that was searched.</summary>
    public required int Start { get; set; }

    /// <summary>Offset behind its last byte.</summary>
    public required int End { get; set; }

    public required Evidence Evidence { get; set; }
    public required List<string> Reasons { get; init; }
    public required IReadOnlyList<Fact> Facts { get; set; }

    /// <summary>How its value stood; the default for a secret that was not assigned.</summary>
    public Assignment Assignment { get; init; }

    /// <summary>A bare value that reads as an expression: in a code file it is one.</summary>
    public bool ReadsAsExpression { get; init; }

    /// <summary>What the model sees of an assigned value; null where it is not asked.</summary>
    public byte[]? Features { get; set; }

    /// <summary>Long random text under a credential's name: the model may lower it, and does not drop it.</summary>
    public bool IsKept { get; init; }

    /// <summary>The model alone decides; otherwise it may only raise what a format left for review.</summary>
    public bool IsWeighed { get; set; }

    /// <summary>The text is random enough to be a secret by itself. Without that a generic value is not likely, and a test's path makes a specific format less.</summary>
    public bool IsConvincing { get; set; }

    /// <summary>True for all that a file holds: likely where the file's name says so.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The identifier that the match named beside the secret.</summary>
    public string? Id { get; init; }

    /// <summary>What it was hidden in, outermost first; empty for what stands in clear.</summary>
    public IReadOnlyList<string> Decoded { get; set; } = [];

    /// <summary>Those of one encoded piece have the same number, and may share its place; 0 in clear.</summary>
    public int Piece { get; set; }

    /// <summary>True when the piece is all that is known of its place: it came out of base 64 or hexadecimal digits.</summary>
    public bool IsFromBlock { get; set; }

    /// <summary>True when only the place tells that it is a secret: the value of a manifest.</summary>
    public bool IsNamedByPlace { get; init; }

    public Location Location { get; set; }
    public Snippet Snippet { get; set; } = Snippet.None;

    public void Demote(string reason)
    {
        Evidence = Evidence.Review;
        AddReason(reason);
    }

    public void AddReason(string reason)
    {
        if (!Reasons.Contains(reason))
        {
            Reasons.Add(reason);
        }
    }

    /// <summary>Takes over what speaks for the same text under its name alone, unless a check or the text itself speaks against it.</summary>
    public void Absorb(Candidate generic)
    {
        if (generic.Features is null || Evidence != Evidence.Review || Features is not null || Reasons.Exists(IsFinal))
        {
            return;
        }

        (Features, IsConvincing, Evidence) = (generic.Features, generic.IsConvincing, generic.Evidence);
        generic.Reasons.ForEach(AddReason);
    }

    private static bool IsFinal(string reason) => reason is Reason.ChecksumFails or Reason.StructureFails or Reason.DocumentationExample or Reason.WeakName;
}
