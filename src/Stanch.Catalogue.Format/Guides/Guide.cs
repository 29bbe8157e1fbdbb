namespace Stanch.Catalogue.Format;

/// <summary>The way out: what someone who leaked this kind of secret needs. Null where a fact could not be verified.</summary>
public sealed record Guide
{
    /// <summary>One or two sentences: what it is, what it opens.</summary>
    public string? What { get; init; }

    public IReadOnlyList<string> Uses { get; init; } = [];
    public Instructions? Generate { get; init; }

    /// <summary>How this kind leaks.</summary>
    public IReadOnlyList<string> Leaks { get; init; } = [];

    /// <summary>What whoever finds it can do.</summary>
    public IReadOnlyList<string> Risks { get; init; } = [];

    public IReadOnlyList<string> Practice { get; init; } = [];
    public UsageLog? Usage { get; init; }
    public Revocation? Revoke { get; init; }
    public Rotation? Rotate { get; init; }

    /// <summary>Where it is usually used, so what will stop working.</summary>
    public IReadOnlyList<string> Consumers { get; init; } = [];

    /// <summary>What decides how far it reaches.</summary>
    public string? BlastRadius { get; init; }

    /// <summary>A read-only request that tells whether it works; null where the provider has no safe one.</summary>
    public ValidityCheck? Validity { get; init; }

    public Verification Verified { get; init; } = Verification.None;

    /// <summary>How a self-hosted base address is known: a detector's id or a variable's name.</summary>
    public string? HostFrom { get; init; }

    /// <summary>The environment variable that names the host; null where <see cref="HostFrom"/> is a detector's id, or nothing.</summary>
    public string? HostVariable => HostFrom is { } from && from.Any(char.IsAsciiLetterUpper) ? from : null;

    /// <summary>The provider's domains: no request goes to a host outside them.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    public ProviderLinks Links { get; init; } = ProviderLinks.None;
}
