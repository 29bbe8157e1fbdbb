using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>The lines around a finding and where in them to look.</summary>
internal static class FindingContext
{
    /// <summary>A secret over more lines than these is shown by its first two and its last.</summary>
    private const int MostSecretLines = 4;

    public static IReadOnlyList<ContextLine> Of(Finding finding, ReportOptions options)
    {
        var texts = options.ShowSecrets ? finding.Snippet.Reveal() : finding.Snippet.Redacted();
        var lines = new List<ContextLine>();
        for (var index = 0; index < texts.Count; index++)
            Add(lines, finding, options, finding.Snippet.FirstLine + index, texts[index]);
        return WithoutBlankEdges(lines);
    }

    private static List<ContextLine> WithoutBlankEdges(List<ContextLine> lines)
    {
        var first = lines.FindIndex(line => !IsBlank(line));
        var last = lines.FindLastIndex(line => !IsBlank(line));
        return first < 0 ? [] : lines.GetRange(first, last - first + 1);
    }

    private static bool IsBlank(ContextLine line) => !line.IsFinding && string.IsNullOrWhiteSpace(line.Before);

    private static void Add(List<ContextLine> lines, Finding finding, ReportOptions options, int number, string text)
    {
        var place = finding.Location;
        if (number < place.Line - options.ContextLines || number > place.EndLine + options.ContextLines)
            return;
        if (place.EndLine - place.Line >= MostSecretLines && number > place.Line + 1 && number < place.EndLine)
        {
            if (number == place.Line + 2)
                lines.Add(ContextLine.LeftOut);
            return;
        }
        lines.Add(number == place.Line ? Marked(finding, options, text)
            : new ContextLine(number, text, "", "", number > place.Line && number <= place.EndLine));
    }

    private static ContextLine Marked(Finding finding, ReportOptions options, string text)
    {
        var sought = FirstLine(options.ShowSecrets ? finding.Secret.Reveal() : finding.Secret.Redacted());
        var start = Find(text, sought, finding.Location.Column - 1);
        return start < 0
            ? new ContextLine(finding.Location.Line, text, "", "", IsFinding: true)
            : new ContextLine(finding.Location.Line, text[..start], sought, text[(start + sought.Length)..], IsFinding: true);
    }

    private static string FirstLine(string text) => text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? text[..end] : text;

    /// <summary>
    /// The occurrence nearest before the column: what was redacted or cut to its left moved it that way. An ellipsis alone that stands more
    /// than once could be the mark of a cut line, so then nothing is marked.
    /// </summary>
    private static int Find(string text, string sought, int column)
    {
        if (sought.Length == 0)
            return -1;
        var first = text.IndexOf(sought, StringComparison.Ordinal);
        if (first < 0 || (sought.Length == 1 && text.LastIndexOf(sought, StringComparison.Ordinal) != first))
            return -1;
        var reach = Math.Min(text.Length, column + sought.Length);
        return Math.Max(first, reach < sought.Length ? -1 : text[..reach].LastIndexOf(sought, StringComparison.Ordinal));
    }
}
