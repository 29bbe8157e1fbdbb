using Stanch.Detection.Decoding;

namespace Stanch.Detection.Deltas;

/// <summary>
/// What the search of a blob remembers for those that are made from it: places, never text. Everything that it does not list leads nowhere, however
/// the bytes far from it change.
/// </summary>
public sealed class BlobTrace
{
    internal BlobTrace(object owner, int length, KeptHit[] hits, EscapeSign[] signs, EncodedPiece[] runs)
    {
        Owner = owner;
        Length = length;
        Hits = hits;
        Signs = signs;
        Runs = runs;
    }

    /// <summary>The engine that made it: only that one knows its numbers.</summary>
    internal object Owner { get; }

    /// <summary>Bytes of the blob.</summary>
    internal int Length { get; }

    /// <summary>Keywords that led to something, or could with other bytes far away; by index, then by place.</summary>
    internal KeptHit[] Hits { get; }

    /// <summary>By place.</summary>
    internal EscapeSign[] Signs { get; }

    /// <summary>Runs of base 64 and hexadecimal digits that the gate took; by place.</summary>
    internal EncodedPiece[] Runs { get; }
}
