using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Formats;
using Stanch.Reporting.Sarif;

namespace Stanch.Reporting.Tests;

public sealed class SarifFormatTests
{
    private static readonly ReportOptions Everything = new() { IncludeIgnored = true };

    [Fact]
    public async Task TheReportFitsThePublicSchema()
    {
        var schema = await Schema.OfOthers("sarif-2.1.0.schema.json");
        schema.ShouldAccept(Written.TextAs("sarif", SampleReport.Rich, Everything));
        schema.ShouldAccept(Written.TextAs("sarif", SampleReport.Clean));
    }

    [Fact]
    public async Task ThePublicSchemaIsReallyAsked() =>
        (await Schema.OfOthers("sarif-2.1.0.schema.json")).Validate("""{"version":"2.1.0","runs":[{"tool":{"driver":{}},"results":[{"level":"loud"}]}]}""").ShouldNotBeEmpty();

    [Fact]
    public void EveryResultPointsAtItsRule()
    {
        using var log = Parse(SampleReport.Rich);
        var rules = Run(log).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        foreach (var result in Results(log))
            rules[result.GetProperty("ruleIndex").GetInt32()].ShouldBe(result.GetProperty("ruleId").GetString());
    }

    [Fact]
    public void EveryRuleHasWhatCodeScanningShows()
    {
        using var log = Parse(SampleReport.Rich);
        foreach (var rule in Run(log).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray())
        {
            rule.GetProperty("shortDescription").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            rule.GetProperty("fullDescription").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            rule.GetProperty("help").GetProperty("markdown").GetString().ShouldNotBeNullOrEmpty();
            double.Parse(rule.GetProperty("properties").GetProperty("security-severity").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(0.1, 10);
        }
    }

    [Fact]
    public void NoTwoPlacesShareAnIdentity()
    {
        using var log = Parse(SampleReport.Rich);
        var identities = Results(log).Select(result => result.GetProperty("partialFingerprints").GetProperty("stanchPlace/v1").GetString()).ToList();
        identities.Distinct().Count().ShouldBe(identities.Count);
    }

    [Fact]
    public void TheIdentityOfAPlaceIsNotMadeOfTheSecretOrItsLine()
    {
        var finding = Fake.On("k = {}", 3, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a"), Evidence.Likely);
        var moved = Fake.On("k = {}", 9, Fake.Token, Fake.TokenSecret(2), new Provenance.File("a"), Evidence.Likely);
        new PlaceIdentity().Next(finding).ShouldBe(new PlaceIdentity().Next(moved));
    }

    [Fact]
    public void BeyondWhatGitHubTakesTheStrongestStayAndTheCutIsTold()
    {
        var weak = Fake.On("k = {}", 3, Fake.Password, new Secret("short"), new Provenance.File("a"), Evidence.Review);
        var strong = Fake.On("k = {}", 3, Fake.Token, Fake.TokenSecret(1), new Provenance.File("z"), Evidence.Confirmed);
        using var log = Parse(SampleReport.Clean with { Findings = [.. Enumerable.Repeat(weak, SarifFormat.MostResults), strong] });
        Results(log).Count().ShouldBe(SarifFormat.MostResults);
        Results(log).First().GetProperty("ruleId").GetString().ShouldBe("acme-deploy-token");
        Run(log).GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString()!.ShouldStartWith("1 result did not fit");
    }

    [Fact]
    public void IgnoredFindingsAreSuppressionsWhenAskedFor()
    {
        Written.TextAs("sarif", SampleReport.Rich).ShouldNotContain("suppressions");
        using var log = Parse(SampleReport.Rich, Everything);
        Results(log).SelectMany(result => result.GetProperty("suppressions").EnumerateArray()).Select(suppression => suppression.GetProperty("kind").GetString())
            .ShouldBe(["external", "inSource"]);
    }

    [Theory]
    [InlineData("src/a b.txt", "src/a%20b.txt")]
    [InlineData("100% #1?.txt", "100%25%20%231%3F.txt")]
    [InlineData("C:/x/y.ini", "file:///C:/x/y.ini")]
    [InlineData("/etc/x y", "file:///etc/x%20y")]
    [InlineData("a:b/c", "a%3Ab/c")]
    [InlineData("日本.txt", "%E6%97%A5%E6%9C%AC.txt")]
    [InlineData("<stdin>", "%3Cstdin%3E")]
    public void PathsBecomeAddresses(string path, string uri) => SarifUri.Of(path).ShouldBe(uri);

    [Fact]
    public void APathBelowTheRepositoryIsRelativeToIt()
    {
        var repository = new RepositoryInfo("/work/shop", null, null, null);
        SarifUri.Relative("/work/shop/src/a.txt", repository).ShouldBe("src/a.txt");
        SarifUri.Relative("/work/shopping/a.txt", repository).ShouldBe("/work/shopping/a.txt");
        SarifUri.Relative("src/a.txt", repository).ShouldBe("src/a.txt");
        SarifUri.Relative("/a", null).ShouldBe("/a");
    }

    [Fact]
    public void AnyRelativePathComesBackFromItsAddress() => Gen.String.Where(path => !path.Any(char.IsSurrogate)).Sample(path =>
        Uri.UnescapeDataString(SarifUri.Of("x" + path)).ShouldBe("x" + path));

    [Theory]
    [InlineData("git@git.example.com:team/shop.git", "ssh://git@git.example.com/team/shop.git")]
    [InlineData("https://git.example.com/shop.git", "https://git.example.com/shop.git")]
    [InlineData("/srv/git/shop.git", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void RemotesBecomeAbsoluteAddressesOrNothing(string? remote, string? uri) => SarifUri.OfRepository(remote).ShouldBe(uri);

    private static JsonDocument Parse(ScanReport report, ReportOptions? options = null) => JsonDocument.Parse(Written.As("sarif", report, options));

    private static JsonElement Run(JsonDocument log) => log.RootElement.GetProperty("runs")[0];

    private static JsonElement.ArrayEnumerator Results(JsonDocument log) => Run(log).GetProperty("results").EnumerateArray();
}
