using System.Xml.Linq;
using Stanch.Detection;

namespace Stanch.Reporting.Tests;

public sealed class JUnitFormatTests
{
    [Fact]
    public void WhatBlocksFailsAndNothingElse()
    {
        var suites = Parse(SampleReport.Rich);
        suites.Descendants("failure").Count().ShouldBe(SampleReport.Rich.Counted.Count(finding => finding.Blocking));
        suites.Attribute("failures")!.Value.ShouldBe(suites.Descendants("failure").Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void TheCountsAreTrue()
    {
        foreach (var report in new[] { SampleReport.Rich, SampleReport.Clean, SampleReport.Rich with { ExitCode = 0 } })
            Parse(report).DescendantsAndSelf().Where(element => element.Name.LocalName.StartsWith("testsuite", StringComparison.Ordinal)).ShouldAllBe(suite =>
                Count(suite, "tests") == suite.Descendants("testcase").Count()
                && Count(suite, "failures") == suite.Descendants("failure").Count()
                && Count(suite, "errors") == suite.Descendants("error").Count()
                && (suite.Attribute("skipped") == null || Count(suite, "skipped") == suite.Descendants("skipped").Count()));
    }

    [Fact]
    public void EveryCaseOfASuiteHasANameOfItsOwn()
    {
        foreach (var suite in Parse(SampleReport.Rich).Elements("testsuite"))
            suite.Elements("testcase").Select(one => one.Attribute("name")!.Value).ShouldBeUnique();
    }

    [Fact]
    public void ACleanScanIsOneCaseThatPasses()
    {
        var one = Parse(SampleReport.Clean).Descendants("testcase").Single();
        one.Elements().Single().Name.LocalName.ShouldBe("system-out");
    }

    [Fact]
    public void FailuresOfCoverageAreErrorsOnlyWhenTheScanFailed()
    {
        Parse(SampleReport.Rich with { ExitCode = 3 }).Descendants("error").Count().ShouldBe(7);
        Parse(SampleReport.Rich with { ExitCode = 0 }).Descendants("error").ShouldBeEmpty();
    }

    [Fact]
    public void AnyTextIsWrittenAsValidXml() => Gen.String.Sample(text =>
    {
        var finding = Fake.On($"{text}{{}}", 1, Fake.Token, new Secret(text), new Provenance.File(text), Evidence.Likely, text);
        var one = Parse(SampleReport.Clean with { Findings = [finding], Coverage = new Coverage(1, 1, [new CoverageGap(text, GapKind.Corrupt, text)], [text]) }, new ReportOptions { ShowSecrets = true });
        one.Descendants("testcase").Count().ShouldBe(3);
    });

    private static int Count(XElement suite, string attribute) => (int)suite.Attribute(attribute)!;

    private static XElement Parse(ScanReport report, ReportOptions? options = null)
    {
        using var stream = new MemoryStream(Written.As("junit", report, options));
        return XDocument.Load(stream).Root!;
    }
}
