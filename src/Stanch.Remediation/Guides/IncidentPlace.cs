namespace Stanch.Remediation.Guides;

/// <summary>One place at which the leaked secret stands. Its text comes from what was scanned, made printable.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">1-based.</param>
public sealed record IncidentPlace(string Path, int Line)
{
    /// <summary>The commit that brought it; null for a file that is not committed, or whose history was not read.</summary>
    public string? Commit { get; init; }

    public string? Author { get; init; }

    /// <summary>When that commit was authored.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The commit that took it away; null while it stands.</summary>
    public string? RemovedBy { get; init; }

    /// <summary>Where and since when, as one line.</summary>
    public string Describe()
    {
        var where = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}:{Line}");
        if (Commit is null) return where;
        var brought = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{where}, since commit {Short(Commit)} by {Author} on {Date:yyyy-MM-dd}");
        return RemovedBy is null ? brought : $"{brought}, taken away by {Short(RemovedBy)}";
    }

    private static string Short(string commit) => commit.Length > 12 ? commit[..12] : commit;
}
