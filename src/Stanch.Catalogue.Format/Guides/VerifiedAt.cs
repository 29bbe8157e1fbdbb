namespace Stanch.Catalogue.Format;

/// <summary>Where a fact was read, and when.</summary>
public sealed record VerifiedAt(DateOnly Date, string Source);
