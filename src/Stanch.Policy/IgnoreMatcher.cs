using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>Says whether an ignore of the configuration covers a finding. The cheap conditions come first: a fingerprint may cost tens of milliseconds.</summary>
internal sealed class IgnoreMatcher(Fingerprinter? fingerprinter)
{
    /// <param name="rule">The ignore.</param>
    /// <param name="folder">The folder of its file, relative to the root.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="path">The finding's path, relative to the root.</param>
    public bool Covers(IgnoreRule rule, string folder, Finding finding, string path) =>
        (rule.Detector is null || rule.Detector.Matches(finding.Detector.Id, isFolder: false))
        && (rule.Path is null || rule.Path.Covers(TreePath.From(folder, path)))
        && (rule.Pattern is null || Matches(rule.Pattern, rule.Target, finding))
        && (rule.Fingerprint is null || (fingerprinter?.Matches(finding, rule.Fingerprint) ?? false));

    private static bool Matches(UserRegex pattern, IgnoreTarget target, Finding finding)
    {
        if (target != IgnoreTarget.Line && pattern.IsMatch(finding.Secret.Reveal())) return true;
        if (target == IgnoreTarget.Secret) return false;
        var lines = finding.Snippet.Reveal();
        for (var line = finding.Location.Line; line <= finding.Location.EndLine; line++)
        {
            var index = line - finding.Snippet.FirstLine;
            if (index >= 0 && index < lines.Count && pattern.IsMatch(lines[index])) return true;
        }
        return false;
    }
}
