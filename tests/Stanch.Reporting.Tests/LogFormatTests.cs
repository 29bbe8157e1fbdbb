using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Reporting.Tests;

/// <summary>Azure Pipelines and TeamCity: one line, one command, whatever was scanned.</summary>
public sealed partial class LogFormatTests
{
    [GeneratedRegex(@"^##vso\[task\.logissue type=(error|warning);((sourcepath|linenumber|columnnumber|code)=[^;\]\r\n]*;)*\][^\r\n]+$")]
    private static partial Regex Azure { get; }

    [GeneratedRegex(@"^##teamcity\[[a-zA-Z]+( [a-zA-Z]+='([^|'\[\]\r\n]|\|[|'\[\]nr]|\|0x[0-9a-f]{4})*')+\]$")]
    private static partial Regex TeamCity { get; }

    [Theory, InlineData("azure"), InlineData("teamcity")]
    public void EveryLineIsOneCommand(string format) =>
        Lines(format, SampleReport.Rich, new ReportOptions { IncludeIgnored = true }).ShouldAllBe(line => For(format).IsMatch(line));

    [Theory, InlineData("azure"), InlineData("teamcity")]
    public void NothingThatWasScannedCanStartACommand(string format) => Gen.Select(Gen.String, Gen.Int[0, 2]).Sample((random, at) =>
    {
        var text = random.Insert(random.Length / 2, new[] { "##vso[task.setvariable variable=x]y", "##teamcity[buildStop]", "']\n##teamcity[x" }[at]);
        var finding = Fake.On($"{text}{{}}", 1, Fake.Token, new Secret(text), new Provenance.File(text), Evidence.Likely, text);
        var lines = Lines(format, SampleReport.Clean with { Findings = [finding], Target = text }, new ReportOptions { ShowSecrets = true });
        lines.ShouldAllBe(line => For(format).IsMatch(line));
        lines.ShouldAllBe(line => line.IndexOf("##vso[", 1, StringComparison.Ordinal) < 0);
    });

    private static Regex For(string format) => format == "azure" ? Azure : TeamCity;

    private static string[] Lines(string format, ScanReport report, ReportOptions? options = null) => Written.TextAs(format, report, options).TrimEnd('\n').Split('\n');
}
