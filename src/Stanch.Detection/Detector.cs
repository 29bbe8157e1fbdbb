namespace Stanch.Detection;

/// <summary>Recognises one kind of secret. Immutable and ready to run; what a user wrote is the format's <c>SecretEntry</c>.</summary>
public sealed class Detector
{
    /// <summary>Stable, kebab-case.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The provider's id.</summary>
    public required string Provider { get; init; }

    public string ProviderName { get; init; } = "";
    public string Category { get; init; } = "generic";
    public required Severity Severity { get; init; }

    /// <summary>Lower case, 3 bytes or more each.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    public DetectorContext Context { get; init; }
    public required DetectorPattern Pattern { get; init; }
    public DetectorFilters Filters { get; init; } = DetectorFilters.Default;

    /// <summary>The name of an offline check; null where there is none.</summary>
    public string? Proof { get; init; }

    public DetectorPair? Pair { get; init; }

    /// <summary>Ids of detectors whose matches may stand inside this one's.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];

    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Names it usually goes by.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The best evidence that the format alone can give.</summary>
    public Evidence FormatEvidence { get; init; } = Evidence.Likely;

    /// <summary>One sentence: what the secret is and what it opens.</summary>
    public string What { get; init; } = "";

    /// <summary>The first thing to do when it leaked, in one line.</summary>
    public string NextStep { get; init; } = "";

    /// <summary>Where the provider documents it; null where that is not known.</summary>
    public string? DocumentationUrl { get; init; }

    /// <summary>What <see cref="Scanning.DetectorPrint"/> says of it, where that was made at build time.</summary>
    public ulong? Print { get; init; }

    /// <summary>True for a detector that came with the user's configuration.</summary>
    public bool IsCustom { get; init; }

    /// <summary>True when it knows no provider: the name and the value together are all there is.</summary>
    public bool IsGeneric => Provider == "generic";

    /// <summary>True when what it finds is made from a password and does not show it: a hash.</summary>
    public bool IsHash => Provider == "password-hash";

    public override string ToString() => Id;
}
