namespace Stanch.Policy.Imports;

/// <summary>What another tool's file decides, in our terms.</summary>
public sealed record ForeignIgnores
{
    /// <summary>The tool: <c>gitleaks</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>True when the file accepts what stood at a point in time, so that what agrees belongs into our baseline and not among the ignores.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>Single findings, still to be recognised among those of a scan.</summary>
    public IReadOnlyList<IForeignIdentity> Identities { get; init; } = [];

    /// <summary>Globs of paths that are not read.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Ignores by path, pattern and detector, ready to be written.</summary>
    public IReadOnlyList<NewIgnore> Ignores { get; init; } = [];

    /// <summary>Ids of our detectors that are switched off.</summary>
    public IReadOnlyList<string> DisabledDetectors { get; init; } = [];

    /// <summary>The user's own rules.</summary>
    public IReadOnlyList<ImportedDetector> Detectors { get; init; } = [];

    public IReadOnlyList<NotCarriedOver> NotCarriedOver { get; init; } = [];
}
