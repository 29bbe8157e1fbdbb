namespace Stanch.Detection.Deltas;

/// <summary>What a blob was made from, where it is kept as a delta: so that only what is new in it need be searched.</summary>
public readonly ref struct BlobOrigin
{
    /// <summary>What the search of its base remembered; null where the blob stands by itself.</summary>
    public BlobTrace? Base { get; init; }

    /// <summary>Which parts are the base's, in order of place. Everything else is new.</summary>
    public ReadOnlySpan<CopiedPart> Copies { get; init; }

    /// <summary>True where other blobs are made from this one, so that its trace is wanted.</summary>
    public bool IsBase { get; init; }
}
