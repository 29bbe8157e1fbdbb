namespace Stanch.Catalogue.Format;

/// <summary>A text that a detector finds, or does not.</summary>
/// <param name="Template">With placeholders: see <see cref="ExampleTemplate"/>.</param>
/// <param name="Path">The file it stands in, where that matters; null where it does not.</param>
public sealed record Example(string Template, string? Path = null);
