namespace Stanch.Catalogue.Format;

/// <summary>One file: a provider and its secrets, as they were written.</summary>
public sealed record ProviderEntry
{
    /// <summary>Kebab-case, equal to the file's name; <c>custom</c> where a user's file names none.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required string Category { get; init; }

    /// <summary>Every link and every allowed host stands under one of these.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    public required ProviderLinks Links { get; init; }
    public required IReadOnlyList<SecretEntry> Secrets { get; init; }

    /// <summary>The file it was read from, as it was named.</summary>
    public required string File { get; init; }
}
