using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Scanning;

/// <summary>
/// What stands beside findings in a report, without secrets that the scan did not look for: the first line of their commits' messages, and, where detectors
/// were left out, the lines around them.
/// </summary>
internal sealed class Surroundings
{
    private readonly Dictionary<string, CommitInfo> _known = new(StringComparer.Ordinal);

    /// <summary>The findings as they may be shown.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="isSelective">True where only some of the detectors looked.</param>
    public static IReadOnlyList<Finding> Hide(IReadOnlyList<Finding> findings, bool isSelective)
    {
        var surroundings = new Surroundings();
        return [.. findings.Select(finding => finding with { Provenance = surroundings.Clean(finding.Provenance), Snippet = isSelective ? Clean(finding.Snippet) : finding.Snippet })];
    }

    private Provenance Clean(Provenance place) => place switch
    {
        Provenance.Commit commit => commit with { Introduced = Clean(commit.Introduced)!, Removed = Clean(commit.Removed), Last = Clean(commit.Last) },
        Provenance.Message message => message with { Introduced = Clean(message.Introduced) },
        _ => place,
    };

    private CommitInfo? Clean(CommitInfo? commit)
    {
        if (commit is null) return null;
        if (_known.TryGetValue(commit.Id, out var known)) return known;
        return _known[commit.Id] = commit with { Author = QuotedInput.Hide(commit.Author, Evidence.Review), Summary = QuotedInput.Hide(commit.Summary, Evidence.Review) };
    }

    // Together, since a name on one line may tell of a value on the next; one by one where a whole key became one text.
    private static Snippet Clean(Snippet snippet)
    {
        var lines = snippet.Redacted();
        var together = QuotedInput.Hide(string.Join('\n', lines), Evidence.Review).Split('\n');
        return lines.Count == 0 ? snippet
            : snippet.WithRedacted(together.Length == lines.Count ? together : [.. lines.Select(line => QuotedInput.Hide(line, Evidence.Review))]);
    }
}
