namespace Stanch.Catalogue.Format;

/// <summary>How to replace it.</summary>
/// <param name="Overlap">How many may be active at once.</param>
/// <param name="Steps">In order.</param>
/// <param name="Soak">How long to watch the old one.</param>
/// <param name="Alternative">What makes rotation needless.</param>
public sealed record Rotation(string? Overlap, IReadOnlyList<string> Steps, string? Soak, string? Alternative);
