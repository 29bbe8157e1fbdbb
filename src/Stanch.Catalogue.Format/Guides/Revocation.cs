namespace Stanch.Catalogue.Format;

/// <summary>How to end it.</summary>
/// <param name="How">The ways.</param>
/// <param name="Reversible">Whether it can be brought back; null where that is not known.</param>
/// <param name="SelfRevocable">Whether the secret itself is enough to end it; null where that is not known.</param>
public sealed record Revocation(Instructions How, bool? Reversible, bool? SelfRevocable);
