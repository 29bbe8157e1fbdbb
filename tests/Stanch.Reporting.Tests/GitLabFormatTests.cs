using System.Text.Json;

namespace Stanch.Reporting.Tests;

public sealed class GitLabFormatTests
{
    [Fact]
    public async Task TheReportHasWhatGitLabRequires()
    {
        var schema = await Schema.OfOthers("gitlab-secret-detection.schema.json");
        schema.ShouldAccept(Written.TextAs("gitlab", SampleReport.Rich, new ReportOptions { IncludeIgnored = true }));
        schema.ShouldAccept(Written.TextAs("gitlab", SampleReport.Clean));
    }

    [Fact]
    public void EveryVulnerabilityHasAnIdOfItsOwnThatIsAUuid()
    {
        using var report = JsonDocument.Parse(Written.As("gitlab", SampleReport.Rich));
        var ids = report.RootElement.GetProperty("vulnerabilities").EnumerateArray().Select(one => one.GetProperty("id").GetGuid()).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void AScanThatFailedSaysSo() =>
        Written.TextAs("gitlab", SampleReport.Clean with { ExitCode = 3 }).ShouldContain("\"status\": \"failure\"");
}
