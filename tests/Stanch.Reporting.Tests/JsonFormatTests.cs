using System.Text.Json;
using Stanch.Detection;
using Stanch.Reporting.Json;

namespace Stanch.Reporting.Tests;

public sealed class JsonFormatTests
{
    private static readonly ReportOptions Everything = new() { IncludeIgnored = true };

    [Fact]
    public void EveryCharacterThatTurnsOrHidesTextIsEscaped() => string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(value => (char)value)
        .Where(character => char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format)).ShouldBe(new string(ReportJson.FormatCharacters));

    [Fact]
    public async Task TheDocumentFitsItsSchema()
    {
        var schema = await Schema.OfProject("report.schema.json");
        schema.ShouldAccept(Written.TextAs("json", SampleReport.Rich, Everything));
        schema.ShouldAccept(Written.TextAs("json", SampleReport.Clean));
    }

    [Fact]
    public async Task EveryLineFitsTheSchema()
    {
        var schema = await Schema.OfProject("report.schema.json");
        foreach (var line in Lines(SampleReport.Rich, Everything))
            schema.ShouldAccept(line);
    }

    [Fact]
    public async Task TheSchemaRefusesWhatIsNotOurs() =>
        (await Schema.OfProject("report.schema.json")).Validate("""{"type":"finding","detector":"x"}""").ShouldNotBeEmpty();

    [Fact]
    public void TheKeysOfAFindingStandInTheOrderOfTheContract()
    {
        using var json = JsonDocument.Parse(Lines(SampleReport.Rich, Everything).Single(line => line.Contains("legacy/old.cfg")));
        json.RootElement.EnumerateObject().Select(key => key.Name).ShouldBe([
            "type", "detector", "provider", "evidence", "reasons", "severity", "path", "line", "column", "endLine", "endColumn", "byteOffset",
            "byteLength", "secret", "fingerprint", "facts", "validity", "provenance", "guide", "name", "blocking", "ignored"]);
    }

    [Fact]
    public void TheDocumentHoldsTheSameObjectsAsTheLines()
    {
        using var document = JsonDocument.Parse(Written.As("json", SampleReport.Rich));
        var inDocument = document.RootElement.GetProperty("findings").EnumerateArray().Append(document.RootElement.GetProperty("summary"));
        inDocument.Select(Compact).ShouldBe(Lines(SampleReport.Rich).Select(line => Compact(JsonDocument.Parse(line).RootElement)));
    }

    [Fact]
    public void IgnoredFindingsAreOnlyCountedUnlessAskedFor()
    {
        Lines(SampleReport.Rich).ShouldNotContain(line => line.Contains("\"ignored\":{"));
        Lines(SampleReport.Rich, Everything).Count(line => line.Contains("\"ignored\":{")).ShouldBe(2);
        using var summary = JsonDocument.Parse(Lines(SampleReport.Rich)[^1]);
        summary.RootElement.GetProperty("ignored").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void SecretsStandInClearOnlyWhenAskedFor()
    {
        var finding = SampleReport.Rich.Findings.Single(finding => finding.Provenance.Path == "deploy/run.sh");
        Written.TextAs("jsonl", SampleReport.Rich).ShouldNotContain(finding.Secret.Reveal());
        Written.TextAs("jsonl", SampleReport.Rich, new ReportOptions { ShowSecrets = true }).ShouldContain(finding.Secret.Reveal());
    }

    [Fact]
    public void EveryPathComesBackAsItWas() =>
        Lines(SampleReport.Rich, Everything).SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString())
            .ShouldBe(SampleReport.Rich.Findings.Select(finding => finding.Provenance.Path));

    [Fact]
    public void AnyTextIsWrittenAsOneLineOfValidJson() => Gen.String.Sample(text =>
    {
        var report = SampleReport.Clean with { Findings = [Fake.On("{}", 1, Fake.Token, new Secret(text), new Provenance.File(text), Evidence.Review, text)] };
        var lines = Lines(report, new ReportOptions { ShowSecrets = true });
        lines.Length.ShouldBe(2);
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("path").GetString().ShouldBe(WithoutLoneSurrogates(text));
    });

    [Fact]
    public void NothingThatATerminalObeysStandsInJson() =>
        Written.TextAs("jsonl", SampleReport.Rich).ShouldNotContain(letter => letter != '\n' && (char.IsControl(letter) || letter == '\u202E'));

    private static string WithoutLoneSurrogates(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static string[] Lines(ScanReport report, ReportOptions? options = null) =>
        Written.TextAs("jsonl", report, options).TrimEnd('\n').Split('\n');
}
