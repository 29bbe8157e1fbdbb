using System.Text;
using System.Text.RegularExpressions;
using Stanch.Catalogue;
using Stanch.Detection;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Site;
using Stanch.Remediation.Tests.Guides;

namespace Stanch.Remediation.Tests.Site;

public sealed partial class SiteTests
{
    private const int LargestPage = 60_000;
    private static readonly IReadOnlyList<SiteFile> s_files = [.. BuiltInSite.Create().Files()];

    [Fact]
    public void NoPageIsLargerThanSixtyKilobytes() =>
        s_files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).ShouldAllBe(file => Encoding.UTF8.GetByteCount(file.Content) < LargestPage);

    [Fact]
    public void EveryDetectorHasAPageThatSearchAndBrowsingKnow()
    {
        var paths = s_files.Select(file => file.Path).ToHashSet();
        var index = s_files.First(file => file.Path == "search-index.js").Content;
        foreach (var detector in BuiltInCatalogue.Detectors)
        {
            paths.ShouldContain($"guide/{detector.Id}.html");
            index.ShouldContain($"\"{detector.Id}\"");
            s_files.First(file => file.Path == $"provider/{detector.Provider}.html").Content.ShouldContain($"guide/{detector.Id}.html");
        }

        s_files.Select(file => file.Path).ShouldBeUnique();
    }

    [Fact]
    public void EveryPageNamesNothingElsewhereButLinks() =>
        s_files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).ShouldAllBe(file => !Loaded.IsMatch(file.Content));

    [Fact]
    public void NoTextOfACatalogueAddsAnElement() => Gen.String.Sample(text =>
    {
        var plain = Tags("a");
        Tags($"{text}<script>alert(1)</script>\"'&").ShouldBe(plain);
    }, iter: 50);

    private static List<string> Tags(string text)
    {
        var detector = new Detector
        {
            Id = "acme-key",
            Name = text,
            Provider = "acme",
            ProviderName = text,
            Severity = Severity.High,
            Keywords = ["acme"],
            Pattern = GuideSample.Detector.Pattern,
            Variables = [text],
            NextStep = text,
            Category = "ci-cd",
        };
        var guide = GuideSample.Guide with { What = text, Uses = [text], Leaks = [text], BlastRadius = text };
        return [.. new GuideSite([new GuideRequest(detector, guide)]).Files().Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).SelectMany(file => Tag.Matches(file.Content)).Select(tag => tag.Value)];
    }

    [GeneratedRegex("<[a-z0-9/]+")]
    private static partial Regex Tag { get; }

    [GeneratedRegex("(src|action)=\"[a-z]*:|<link[^>]*href=\"[a-z]*:|@import|url\\(")]
    private static partial Regex Loaded { get; }
}
