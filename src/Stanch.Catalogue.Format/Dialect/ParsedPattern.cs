namespace Stanch.Catalogue.Format.Dialect;

/// <summary>A pattern as it was read: its parts, and the two checks of the neighbouring bytes.</summary>
internal sealed record ParsedPattern(PatternNode Root, bool BoundaryBefore, bool BoundaryAfter);
