using System.Globalization;

namespace Stanch.Policy;

/// <summary>An ignore to be written into a configuration. At least one of path, fingerprint, pattern and detector is given.</summary>
public sealed record NewIgnore
{
    public string? Path { get; init; }
    public string? Fingerprint { get; init; }
    public string? Pattern { get; init; }

    /// <summary>Where the pattern is looked for.</summary>
    public IgnoreTarget Target { get; init; }

    public string? Detector { get; init; }
    public string? Reason { get; init; }
    public string? Owner { get; init; }
    public DateOnly? Expires { get; init; }

    /// <summary>The keys that are given, in the order in which they are written.</summary>
    internal IReadOnlyList<(string Key, string Value)> Entries =>
    [
        .. from pair in new (string Key, string? Value)[]
           {
               ("path", Path), ("fingerprint", Fingerprint), ("pattern", Pattern), ("target", Target == IgnoreTarget.Any ? null : Target.ToString().ToLowerInvariant()), ("detector", Detector), ("reason", Reason), ("owner", Owner),
               ("expires", Expires?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
           }
           where pair.Value is not null
           select (pair.Key, pair.Value),
    ];
}
