using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting;

/// <summary>The commands that a report proposes: the only place that spells them.</summary>
public static class Suggestions
{
    /// <summary>Accepts what is there.</summary>
    public const string Baseline = "stanch baseline create";

    /// <summary>The command that opens the way out of one kind of secret.</summary>
    public static string Guide(Detector detector) => $"stanch guide {detector.Id}";

    /// <summary>The command that records a decision on one finding; null where its path cannot be typed.</summary>
    public static string? Ignore(Finding finding) =>
        CanBeTyped(finding.Provenance.Path) ? $"stanch ignore {Quoted($"{finding.Provenance.Path}:{finding.Location.Line}")} --reason \"…\"" : null;

    private static bool CanBeTyped(string path) => TerminalText.Clean(path) == path && !path.Contains('\uFFFD');

    /// <summary>As a POSIX shell wants it: single quotes wherever a character could mean something.</summary>
    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:@+,%".Contains(letter)) && !text.StartsWith('-')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
