using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Detectors;
using Stanch.Cli.Scanning;
using Stanch.Policy;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Site;
using Stanch.Remediation.Snippets;

namespace Stanch.Cli.Guides;

/// <summary><c>stanch guide</c>: finds what it is about, and lets a format write it.</summary>
internal static class GuideWork
{
    private static readonly Lazy<Dictionary<string, string>> s_names = new(() => BuiltInCatalogue.Detectors.ToDictionary(detector => detector.Id, detector => detector.Name));

    /// <exception cref="UsageException">Neither a kind nor a finding is named, or they contradict each other.</exception>
    public static ExitCode Run(GuideSettings settings, Invocation here, Interruption stop)
    {
        var format = GuideFormats.All.First(format => format.Name == settings.Format);
        var leak = settings.Finding is { } what ? LeakedSecret.Find(what, settings.Id, settings.Scan, here, stop) : null;
        var id = leak?.Detector.Id ?? settings.Id ?? throw new UsageException("name a kind of secret, as in 'stanch guide circleci-project-token', or a finding with --finding FILE:LINE");
        var (detector, guide) = KnownDetector.Get(id, here);
        var request = new GuideRequest(detector, guide) { Incident = leak?.Incident, Languages = LanguagesOf(settings, format, leak?.Incident), NameOf = NameOf };
        using var output = here.Terminal.OutputText();
        format.Write(GuideDocument.Of(request), output, here.Terminal.Width);
        return ExitCode.Clean;
    }

    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public static ExitCode WriteSite(string folder, Invocation here)
    {
        var guides = BuiltInCatalogue.AllGuides();
        var site = new GuideSite([.. BuiltInCatalogue.Detectors.Select(detector => new GuideRequest(detector, guides.GetValueOrDefault(detector.Id)) { NameOf = NameOf })]);
        try
        {
            var pages = site.Write(Path.GetFullPath(folder, here.WorkingDirectory));
            here.Terminal.Error.WriteLine($"stanch: wrote {pages} pages; the first is {Path.Join(folder, "index.html")}");
            return ExitCode.Clean;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out: the site cannot be written to '{folder}': {e.Message}");
        }
    }

    // What was asked for, else the language of the file that leaked first of all.
    private static IReadOnlyList<SnippetLanguage> LanguagesOf(GuideSettings settings, IGuideFormat format, Incident? incident)
    {
        if (settings.Language is { } id) return [SnippetLanguage.All.First(language => language.Id == id)];
        var own = incident?.Places.Select(place => SnippetLanguage.OfFile(place.Path)).FirstOrDefault(language => language is not null);
        if (format.ShowsOneLanguage) return [own ?? SnippetLanguage.All[0]];
        return own is null ? SnippetLanguage.All : [own, .. SnippetLanguage.All.Where(language => language != own)];
    }

    private static string NameOf(string id) => s_names.Value.GetValueOrDefault(id, id);
}
