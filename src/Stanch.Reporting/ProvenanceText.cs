using System.Globalization;
using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>Where a finding comes from, in words: the parts that stand beside its path.</summary>
internal static class ProvenanceText
{
    private const int ShortId = 8;

    public static IReadOnlyList<string> Parts(Provenance provenance) => provenance switch
    {
        Provenance.Patch => ["added by the patch"],
        Provenance.Index => ["staged"],
        Provenance.Commit commit => [$"commit {Short(commit.Introduced.Id)}", .. Who(commit.Introduced), Fate(commit)],
        Provenance.Message { Introduced: { } introduced } message => [$"{What(message)} {Short(message.ObjectId)}", .. Who(introduced)],
        Provenance.Message message => [$"{What(message)} {Short(message.ObjectId)}"],
        Provenance.Unreachable unreachable => [$"blob {Short(unreachable.BlobId)}", "in the repository, though no branch or tag leads to it"],
        _ => [],
    };

    public static string Short(string id) => id.Length > ShortId ? id[..ShortId] : id;

    public static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Who(CommitInfo commit) => [commit.Author, Day(commit.Date)];

    private static string What(Provenance.Message message) => message.What.Replace('-', ' ');

    private static string Fate(Provenance.Commit commit) => commit switch
    {
        { AtHead: true } => "still at head",
        { Removed: { } removed } => $"removed in {Short(removed.Id)} on {Day(removed.Date)}",
        _ => "no longer at a head",
    };
}
