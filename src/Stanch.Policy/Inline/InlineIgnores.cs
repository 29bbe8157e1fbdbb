using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>Looks for a comment that lets a finding be: on its line (the first or last, for one of several lines), or on the line before.</summary>
internal static class InlineIgnores
{
    /// <summary>The comments that speak of a finding's line, those that name other detectors among them.</summary>
    public static IReadOnlyList<InlineComment> For(Finding finding)
    {
        if (finding.Snippet.Count == 0) return [];
        var lines = finding.Snippet.Reveal();
        var comments = new List<InlineComment>();
        Look(finding.Location.Line, above: false);
        if (finding.Location.EndLine > finding.Location.Line) Look(finding.Location.EndLine, above: false);
        Look(finding.Location.Line - 1, above: true);
        return comments;

        void Look(int line, bool above)
        {
            var index = line - finding.Snippet.FirstLine;
            if (index >= 0 && index < lines.Count && InlineComment.Find(lines[index], above) is { } comment) comments.Add(comment);
        }
    }
}
