using Stanch.Catalogue.Format.Dialect;

namespace Stanch.Catalogue.Format;

/// <summary>How strict the reader is.</summary>
/// <param name="IsComplete">Every field of the way out and three examples of each kind are required, and the file is named as its provider.</param>
/// <param name="Patterns">How large a pattern may be.</param>
public sealed record CatalogueRules(bool IsComplete, PatternLimits Patterns)
{
    /// <summary>For the catalogue that ships with the product.</summary>
    public static readonly CatalogueRules BuiltIn = new(true, new PatternLimits());

    /// <summary>For detectors that users write: what finds the secret is required, the rest is welcome.</summary>
    public static readonly CatalogueRules Custom = new(false, new PatternLimits());
}
