namespace Stanch.Detection.Decoding;

/// <summary>A piece of text that the gate holds for encoded.</summary>
/// <param name="Encoding"><see cref="TextEncoding.Base64"/> and <see cref="TextEncoding.Hex"/>: a run that starts there; the others: a part of the text with escapes in it.</param>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Behind its last one; for a run, the end of its first line.</param>
/// <param name="OwnedFrom">For escapes: what starts before this belongs to the piece before.</param>
/// <param name="OwnedTo">For escapes: what starts from here on belongs to the next piece.</param>
internal readonly record struct EncodedPiece(TextEncoding Encoding, int Start, int End, int OwnedFrom, int OwnedTo)
{
    /// <summary>By start, then by encoding; no two pieces are equal, so the order does not depend on how they were found.</summary>
    public static readonly Comparison<EncodedPiece> ByPlace = static (a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start)
        : a.Encoding != b.Encoding ? a.Encoding.CompareTo(b.Encoding)
        : a.OwnedFrom != b.OwnedFrom ? a.OwnedFrom.CompareTo(b.OwnedFrom)
        : a.End.CompareTo(b.End);
}
