namespace Stanch.Detection;

/// <summary>Bytes scanned as one piece, and where they come from. A span that never outlives the call.</summary>
public readonly ref struct Blob(ReadOnlySpan<byte> content, Provenance provenance)
{
    public ReadOnlySpan<byte> Content { get; } = content;
    public Provenance Provenance { get; } = provenance;

    /// <summary>The line that the first byte of <see cref="Content"/> is in its file; more than 1 for a hunk of a patch.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>
    /// Which lines are new: a secret is reported when one of its lines is among them, the others are there to be read with it. Null where all are.
    /// </summary>
    public IReadOnlySet<int>? NewLines { get; init; }
}
