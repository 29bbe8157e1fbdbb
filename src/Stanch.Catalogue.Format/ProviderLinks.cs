namespace Stanch.Catalogue.Format;

/// <summary>Where a provider's pages are; null where there is none.</summary>
/// <param name="Docs">What documents the credentials.</param>
/// <param name="Dashboard">Where they are made and ended.</param>
/// <param name="Status">Where an outage would be announced.</param>
public sealed record ProviderLinks(string? Docs, string? Dashboard, string? Status)
{
    public static readonly ProviderLinks None = new(null, null, null);
}
