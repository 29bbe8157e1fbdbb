using Stanch.Catalogue.Format;
using Stanch.Detection;

namespace Stanch.Remediation.Validity;

/// <summary>A secret whose provider is to be asked.</summary>
/// <param name="Detector">Its kind.</param>
/// <param name="Guide">What the catalogue, or the user's own file, says of the kind; null for nothing. A guide that came with a scanned tree must not get here.</param>
/// <param name="Secret">The secret.</param>
public sealed record SecretToCheck(Detector Detector, Guide? Guide, Secret Secret)
{
    /// <summary>The identifier that it is used with; null where none is known.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Host, and port if it is not 443, of the user's own installation of a self-hosted product: from the command line, the environment or the user's configuration, never from
    /// the text that was scanned. Null for the provider's own.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>What the secret says of itself without a network.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}
