using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Reporting.Tests;

public sealed partial class GitHubFormatTests
{
    [GeneratedRegex(@"^::(error|warning|notice) ((file|line|endLine|col|endColumn|title)=[^,:\r\n]*,?)+::[^\r\n]+$")]
    private static partial Regex Command { get; }

    [Fact]
    public void EveryLineIsOneCommand() =>
        Lines(SampleReport.Rich, new ReportOptions { IncludeIgnored = true }).ShouldAllBe(line => Command.IsMatch(line));

    [Fact]
    public void NothingThatWasScannedCanStartACommand() => Gen.String.Sample(text =>
    {
        var finding = Fake.On($"{text}{{}}", 1, Fake.Token, new Secret(text), new Provenance.File(text), Evidence.Likely, text);
        Lines(SampleReport.Clean with { Findings = [finding], Target = text }, new ReportOptions { ShowSecrets = true }).ShouldAllBe(line => Command.IsMatch(line));
    });

    [Fact]
    public void TheStrongestComeFirst() =>
        Lines(SampleReport.Rich).Select(line => line[2..line.IndexOf(' ')]).SkipLast(8).Distinct().ShouldBe(["error", "notice"]);

    [Fact]
    public void AFileIsEscapedAsGitHubWantsIt()
    {
        var finding = Fake.On("{}", 3, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a,b:c%d.txt"), Evidence.Likely);
        Lines(SampleReport.Clean with { Findings = [finding] })[0].ShouldStartWith("::error file=a%2Cb%3Ac%25d.txt,line=3,endLine=3,col=1,endColumn=46,title=Acme Deploy Token::");
    }

    [Fact]
    public void ASecretOverSeveralLinesHasNoColumns() =>
        Lines(SampleReport.Rich).Single(line => line.Contains("server.pem,")).ShouldContain("line=1,endLine=27,title=");

    private static string[] Lines(ScanReport report, ReportOptions? options = null) => Written.TextAs("github", report, options).TrimEnd('\n').Split('\n');
}
