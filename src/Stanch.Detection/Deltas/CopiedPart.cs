namespace Stanch.Detection.Deltas;

/// <summary>A part of a blob that is a copy of its base's bytes. Offsets and lengths in bytes.</summary>
/// <param name="Start">Where it starts in the blob.</param>
/// <param name="From">Where it starts in the base.</param>
public readonly record struct CopiedPart(int Start, int Length, int From)
{
    public int End => Start + Length;
}
