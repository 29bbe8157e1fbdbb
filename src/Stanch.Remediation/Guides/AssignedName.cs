using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Remediation.Guides;

/// <summary>Reads from the line of a finding, as it may be shown, the name that the secret is given: <c>API_TOKEN = "…"</c>.</summary>
internal static partial class AssignedName
{
    /// <returns>Null where the line gives it none that a program could have.</returns>
    public static string? Of(Finding finding)
    {
        var line = finding.Location.Line - finding.Snippet.FirstLine;
        if (line < 0 || line >= finding.Snippet.Count) return null;
        var text = finding.Snippet.Redacted()[line];
        var redacted = finding.Secret.Redacted();
        for (var at = text.IndexOf(redacted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(redacted, at + 1, StringComparison.Ordinal))
        {
            if (Name.Match(text[..at]) is { Success: true } match) return match.Groups["name"].Value;
        }

        return null;
    }

    /// <summary>A name at the start of the line or behind a space, bracket, quote or dot, then an operator, then at most a quote and a scheme.</summary>
    [GeneratedRegex("""(?:^|[\s{(\[,.;"'$])(?<name>[A-Za-z_][A-Za-z0-9_-]{2,63})(?:["'\]]{0,2})\s{0,4}(?:=>|:=|=|:)\s{0,4}["'`]?(?:Bearer |Basic |Token )?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
