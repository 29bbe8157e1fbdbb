namespace Stanch.Detection;

/// <summary>Something that was not read.</summary>
/// <param name="Path">What: a path, an object id, a commit range.</param>
/// <param name="Kind">Why, as a program reads it.</param>
/// <param name="Detail">Why, as a person reads it, and how to mend it. Never holds content of what was scanned.</param>
public sealed record CoverageGap(string Path, GapKind Kind, string Detail)
{
    /// <summary>True when something went wrong; false for what was left out by design, which is coverage and not failure.</summary>
    public bool IsFailure => Kind is not (GapKind.Excluded or GapKind.SpecialFile or GapKind.Submodule or GapKind.LargeFileStorage);
}
