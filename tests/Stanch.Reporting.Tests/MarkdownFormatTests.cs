using Stanch.Detection;
using Stanch.Reporting.Markdown;

namespace Stanch.Reporting.Tests;

public sealed class MarkdownFormatTests
{
    /// <summary>https://github.com/orgs/community/discussions/27190</summary>
    private const int LongestComment = 65_536;

    [Fact]
    public void NothingThatWasScannedMeansAnything() => Gen.String.Sample(text =>
        MarkdownText.Escape(text).ShouldNotContain(letter => "`|*_<>[]()!@~\\\"'\r\n".Contains(letter) || char.IsControl(letter)));

    [Fact]
    public void EveryRowOfTheTableHasFiveCells() =>
        Written.TextAs("markdown", SampleReport.Rich).Split('\n').Where(line => line.StartsWith('|')).ShouldAllBe(line => line.Count(letter => letter == '|') == 6);

    [Fact]
    public void ALargeReportStillFitsIntoAComment()
    {
        var findings = Enumerable.Range(0, 400).Select(seed => Fake.On("k = {}", 3, Fake.Token, Fake.TokenSecret(seed),
            new Provenance.File($"some/folder/deep/in/the/tree/file-{seed}.txt"), Evidence.Likely, "format", "checksum", "provider-name")).ToList();
        var text = Written.TextAs("markdown", SampleReport.Rich with { Findings = findings });
        text.Length.ShouldBeLessThan(LongestComment);
        text.ShouldContain("… and 360 more secrets");
    }
}
