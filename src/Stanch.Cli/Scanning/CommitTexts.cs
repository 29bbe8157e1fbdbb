using Stanch.Cli.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.Scanning;

/// <summary>
/// What findings say of their commits, without secrets: the first line of a message stands beside every finding that the commit brought, and a secret in it
/// would stand in the report in clear, whether it was looked for or not.
/// </summary>
internal sealed class CommitTexts
{
    private readonly Dictionary<string, CommitInfo> _known = new(StringComparer.Ordinal);

    /// <summary>The findings as they may be shown.</summary>
    public static IReadOnlyList<Finding> Hide(IReadOnlyList<Finding> findings)
    {
        var texts = new CommitTexts();
        return [.. findings.Select(finding => texts.Clean(finding.Provenance) is var clean && ReferenceEquals(clean, finding.Provenance) ? finding : finding with { Provenance = clean })];
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
}
