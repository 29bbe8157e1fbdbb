using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Snippets;

namespace Stanch.Cli.Guides;

/// <summary>The guide of one kind as a text that a server hands on.</summary>
internal static class PlainGuide
{
    private const int Width = 100;
    private static readonly IGuideFormat s_text = GuideFormats.All.First(format => format.Name == "text");

    /// <param name="id">The detector's.</param>
    /// <param name="file">Whose language its code is shown in; null for the first.</param>
    /// <exception cref="UsageException">No detector has that id.</exception>
    public static string Of(string id, string? file, Invocation here)
    {
        var (detector, guide) = KnownDetector.Get(id, here);
        var language = (file is null ? null : SnippetLanguage.OfFile(file)) ?? SnippetLanguage.All[0];
        using var page = new StringWriter { NewLine = "\n" };
        s_text.Write(GuideDocument.Of(new GuideRequest(detector, guide) { Languages = [language], NameOf = NameOf }), page, Width);
        return page.ToString();
    }

    private static string NameOf(string id) => BuiltInCatalogue.Detectors.FirstOrDefault(detector => detector.Id == id)?.Name ?? id;
}
