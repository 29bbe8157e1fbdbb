using System.Globalization;
using Stanch.Detection;

namespace Stanch.Policy.Imports;

/// <summary>
/// <c>.gitleaksignore</c> (https://github.com/gitleaks/gitleaks#gitleaksignore), which betterleaks reads too: a finding a line, as <c>commit:file:rule:line</c>
/// for one in history and <c>file:rule:line</c> for one in a file.
/// </summary>
internal sealed class GitleaksIgnoreFile : IForeignFormat
{
    public string Tool => "gitleaks";
    public IReadOnlyList<string> FileNames => [".gitleaksignore", ".betterleaksignore"];

    public ForeignIgnores Read(string name, string text, Func<string, string?> detectorOf)
    {
        var identities = new List<IForeignIdentity>();
        var left = new List<NotCarriedOver>();
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (Identity.Parse(line, detectorOf) is { } identity) identities.Add(identity);
            else left.Add(new NotCarriedOver(line, "not 'commit:file:rule:line' or 'file:rule:line'"));
        }
        return new ForeignIgnores { Tool = Tool, Identities = identities, NotCarriedOver = left };
    }

    private sealed record Identity(string Text, string? Commit, string Path, string? Detector, int Line) : IForeignIdentity
    {
        public bool IsForOnePath => true;
        public string? Reason => null;

        // Read from the right: a path may have colons.
        public static Identity? Parse(string text, Func<string, string?> detectorOf)
        {
            var parts = text.Split(':');
            if (parts.Length < 3 || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return null;
            var hasCommit = parts.Length > 3 && (Hashes.IsHex(parts[0], 40) || Hashes.IsHex(parts[0], 64));
            var path = string.Join(':', parts[(hasCommit ? 1 : 0)..^2]).Replace('\\', '/');
            return path.Length == 0 ? null : new Identity(text, hasCommit ? parts[0] : null, path, detectorOf(parts[^2]), line);
        }

        // A rule that answers to none of ours says nothing: the line names the secret well enough.
        public bool Matches(Finding finding, string path) =>
            path == Path && finding.Location.Line == Line && (Detector is null || Detector == finding.Detector.Id)
            && (Commit is null ? finding.Provenance is not Provenance.Commit { AtHead: false } : finding.Provenance is Provenance.Commit commit && commit.Introduced.Id == Commit);
    }
}
