using Stanch.Catalogue;
using Stanch.Detection;
using Stanch.Detection.Redacting;
using Stanch.Detection.Scanning;

namespace Stanch.Cli.CommandLine;

/// <summary>
/// Texts of others that are shown beside what was found or went wrong: <c>stanch check ghp_…</c> where a place was meant, the first line of a commit's
/// message. A secret in them must not come into the log of a build.
/// </summary>
internal static class QuotedInput
{
    private static readonly Lazy<Scanner> Everything = new(() => new Scanner(BuiltInCatalogue.Detectors, BuiltInCatalogue.Keywords));

    [ThreadStatic]
    private static TextRedactor? s_redactor;

    /// <summary>The text with <c>[redacted:DETECTOR]</c> for each secret in it.</summary>
    /// <param name="text">One line or several.</param>
    /// <param name="least">From which evidence on.</param>
    public static string Hide(string text, Evidence least = Evidence.Likely) => (s_redactor ??= new TextRedactor(Everything.Value)).Hide(text, least);
}
