using Stanch.Detection;

namespace Stanch.Reporting.Tests;

public sealed class GoldenFileTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void ARichReportIsWrittenAsApproved(string format) =>
        Approved.Check(Written.As(format, SampleReport.Rich), $"rich-{format}", Extension(format));

    [Theory, MemberData(nameof(Formats))]
    public void ACleanReportIsWrittenAsApproved(string format) =>
        Approved.Check(Written.As(format, SampleReport.Clean), $"clean-{format}", Extension(format));

    [Theory, MemberData(nameof(Formats))]
    public void IgnoredFindingsAreWrittenAsApprovedWhenAskedFor(string format) =>
        Approved.Check(Written.As(format, SampleReport.Rich with { Findings = [.. SampleReport.Rich.Findings.Where(finding => finding.Ignored is not null)] },
            new ReportOptions { IncludeIgnored = true }), $"ignored-{format}", Extension(format));

    [Fact]
    public void ColouredTextIsWrittenAsApproved() =>
        Approved.Check(Written.As("text", SampleReport.Rich, new ReportOptions { Colour = true, Width = 80 }), "coloured-text", "ansi");

    [Theory, MemberData(nameof(Formats))]
    public void NoReportHoldsASecretUnasked(string format)
    {
        var text = Written.TextAs(format, SampleReport.Rich, new ReportOptions { IncludeIgnored = true });
        foreach (var finding in SampleReport.Rich.Findings)
            foreach (var line in finding.Secret.Reveal().Split('\n').Where(line => !line.StartsWith('-')))
                text.ShouldNotContain(line.Length > 20 ? line[^20..] : line);
    }

    [Theory, MemberData(nameof(Formats))]
    public void TwoReportsOfOneScanAreTheSameBytes(string format) =>
        Written.As(format, SampleReport.Rich).ShouldBe(Written.As(format, SampleReport.Rich));

    [Theory, MemberData(nameof(Formats))]
    public void TheStreamStaysOpenAndHoldsUtf8WithoutAMark(string format)
    {
        using var stream = new MemoryStream();
        ReportFormats.Get(format).Write(SampleReport.Rich, stream, ReportOptions.Default);
        stream.CanWrite.ShouldBeTrue();
        stream.ToArray().Take(3).ShouldNotBe([0xEF, 0xBB, 0xBF]);
    }

    private static string Extension(string format) => format switch
    {
        "text" or "github" or "azure" or "teamcity" => "txt",
        "junit" => "xml",
        "markdown" => "md",
        "gitlab" or "sarif" => "json",
        _ => format,
    };
}
