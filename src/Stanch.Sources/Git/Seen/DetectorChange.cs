namespace Stanch.Sources.Git.Seen;

/// <summary>What has changed between the detectors whose results are kept and those that are active now.</summary>
internal sealed class DetectorChange
{
    private readonly bool[] _affected;

    private DetectorChange(IReadOnlySet<string> added, bool[] affected)
    {
        Added = added;
        _affected = affected;
    }

    public static DetectorChange None { get; } = new(new HashSet<string>(), []);

    /// <summary>Detectors, or definitions of them, that have not seen what is kept.</summary>
    public IReadOnlySet<string> Added { get; }

    public bool IsNone => Added.Count == 0 && !_affected.AsSpan().Contains(true);

    public static DetectorChange Between(SeenRecord record, IReadOnlyDictionary<string, ulong> now)
    {
        var added = now.Where(pair => !record.Prints.TryGetValue(pair.Key, out var print) || print != pair.Value).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var gone = record.Prints.Where(pair => !now.TryGetValue(pair.Key, out var print) || print != pair.Value).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var isAny = added.Count + gone.Count > 0;
        return new DetectorChange(added, [false, .. record.Matched.Select(set => isAny && (set.DependsOnAll || set.Ids.Any(gone.Contains)))]);
    }

    /// <summary>True where a detector that has changed or gone had a match.</summary>
    /// <param name="matched">The number of a set of detectors.</param>
    public bool Affects(int matched) => matched < _affected.Length && _affected[matched];
}
