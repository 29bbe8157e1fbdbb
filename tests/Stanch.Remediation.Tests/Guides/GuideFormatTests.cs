using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stanch.Detection;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Guides;

public sealed partial class GuideFormatTests
{
    public static TheoryData<string> Formats => [.. GuideFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void TheGuideOfAKindIsApproved(string format) => Check(format, "kind", GuideSample.Kind);

    [Theory, MemberData(nameof(Formats))]
    public void TheGuideOfALeakIsApproved(string format) => Check(format, "leak", GuideSample.Leak);

    [Theory, MemberData(nameof(Formats))]
    public void TheGuideOfWhatNobodyKnowsIsApproved(string format) =>
        Check(format, "unknown", new GuideRequest(GuideSample.Detector, GuideSample.Guide with { Usage = null, Revoke = null, Rotate = null, Generate = null }));

    [Fact]
    public void EveryFormatIsListed() =>
        typeof(GuideFormats).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IGuideFormat))).ShouldBe(GuideFormats.All.Select(format => format.GetType()), ignoreOrder: true);

    [Fact]
    public void TheJsonOfALeakHoldsItsPlaces()
    {
        var incident = JsonDocument.Parse(GuideSample.Write("json", GuideSample.Leak)).RootElement.GetProperty("incident");
        incident.GetProperty("keyId").GetString().ShouldBe("K-1042");
        incident.GetProperty("places")[0].GetProperty("commit").GetString()!.Length.ShouldBe(40);
        incident.GetProperty("places")[2].GetProperty("commit").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void TheNameThatTheFilesGiveItStandsInTheCode() =>
        GuideSample.Write("text", GuideSample.Leak with { Languages = [SnippetLanguage.All.First(language => language.Id == "ruby")] }).ShouldContain("shop_deploy_key = ENV.fetch(\"SHOP_DEPLOY_KEY\")");

    // Paths, authors and names are what whoever wrote the scanned tree made them.
    [Fact]
    public void NoTextOfALeakAddsAnElementToThePage() => Gen.String.Sample(text =>
    {
        var plain = Element.Matches(GuideSample.Write("html", Leaking("a"))).Select(tag => tag.Value);
        Element.Matches(GuideSample.Write("html", Leaking($"{text}<img src=x onerror='x'>\"&'"))).Select(tag => tag.Value).ShouldBe(plain);
    }, iter: 100);

    [Fact]
    public void NoTextOfALeakAddsMarkupToMarkdown() => Gen.String.Sample(text =>
    {
        var page = GuideSample.Write("markdown", Leaking($"{text}<img src=x>[a](https://x)![b](y)`"));
        page.ShouldNotContain("<img");
        page.ShouldNotMatch(@"(?<!\\)\]\(");
    }, iter: 100);

    [Theory, MemberData(nameof(Formats))]
    public void AGuideOfAnOwnDetectorThatSaysNothingIsAPage(string format) =>
        GuideSample.Write(format, new GuideRequest(GuideSample.Detector, null)).ShouldContain("Acme Deploy Key leaked");

    private static GuideRequest Leaking(string text) => GuideSample.Kind with
    {
        Languages = [SnippetLanguage.All[0]],
        Incident = GuideSample.Incident with
        {
            Redacted = text,
            KeyId = text,
            Variables = [text],
            Facts = [new Fact("application", text)],
            Places = [new IncidentPlace(text, 1) { Commit = text, Author = text, Date = DateTimeOffset.UnixEpoch }],
        },
    };

    private static void Check(string format, string name, GuideRequest request)
    {
        // Two languages are enough to see how several are written: what each says is tested where it runs.
        var few = request with { Languages = [.. SnippetLanguage.All.Where(language => language.Id is "python" or "java")] };
        Approved.Check(Encoding.UTF8.GetBytes(GuideSample.Write(format, few)), $"guide-{name}", format switch { "text" => "txt", "markdown" => "md", _ => format });
    }

    [GeneratedRegex("<[a-z0-9/]+")]
    private static partial Regex Element { get; }
}
