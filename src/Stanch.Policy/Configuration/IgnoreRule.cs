using Stanch.Detection;
using Stanch.Detection.Paths;

namespace Stanch.Policy;

/// <summary>A person's decision in a configuration file to let findings be. It holds for a finding that meets every condition given.</summary>
public sealed record IgnoreRule
{
    /// <summary>Relative to the folder of the file; null for any path.</summary>
    public Glob? Path { get; init; }

    /// <summary>The fingerprint of one secret; null for any.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Found in <see cref="Target"/>; null for any.</summary>
    public UserRegex? Pattern { get; init; }

    /// <summary>Where the pattern is looked for.</summary>
    public IgnoreTarget Target { get; init; }

    /// <summary>A detector's id, in which <c>*</c> stands for any text; null for any.</summary>
    public Glob? Detector { get; init; }

    public string? Reason { get; init; }
    public string? Owner { get; init; }

    /// <summary>The last day, in UTC, on which it holds; null for always.</summary>
    public DateOnly? Expires { get; init; }

    public required ConfigurationOrigin Origin { get; init; }

    /// <summary>True when the last day is past.</summary>
    public bool IsExpired(DateOnly today) => Expires < today;

    /// <summary>What a finding says that it was ignored for.</summary>
    public Ignore ToIgnore() => new("config", Reason, Owner, Expires);
}
