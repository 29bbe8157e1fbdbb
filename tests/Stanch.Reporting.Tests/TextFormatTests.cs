using System.Globalization;
using System.Text.RegularExpressions;
using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Tests;

public sealed partial class TextFormatTests
{
    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex ColourCode { get; }

    [Fact]
    public void ACleanScanTakesTwoLines() =>
        Written.TextAs("text", SampleReport.Clean).ShouldBe("No secrets found here.\nRead 1,204 blobs, 18.2 MB, in 840 ms.\n");

    [Fact]
    public void OneSecretInManyPlacesIsOneBlock()
    {
        var finding = Fake.On("k = {}", 3, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a"), Evidence.Likely, "format");
        var text = Text([.. Enumerable.Range(0, 14).Select(number => finding with { Provenance = new Provenance.File($"src/{number:00}.txt") })]);
        text.Split("● ").Length.ShouldBe(2);
        text.ShouldContain("src/09.txt:3:5");
        text.ShouldNotContain("src/10.txt");
        text.ShouldContain("… and 4 more places");
        text.ShouldContain("1 secret in 14 places: 1 likely. 14 places block.");
    }

    [Fact]
    public void WhatStandsInAFileTodayComesBeforeWhatOnlyHistoryShows()
    {
        var today = Fake.On("k = {}", 3, Fake.Token, Fake.TokenSecret(1), new Provenance.File("z.txt"), Evidence.Likely, "format");
        var past = today with { Provenance = new Provenance.Commit("/r", "a.txt", Fake.Commit(1, "Ada", 0, "")) };
        Text([past, today]).ShouldContain("stanch ignore z.txt:3");
    }

    [Fact]
    public void FailuresBeyondTheLimitAreCounted()
    {
        var gaps = Enumerable.Range(0, 30).Select(number => new CoverageGap($"gap-{number:00}", GapKind.Corrupt, "ends early")).ToList();
        var text = Written.TextAs("text", SampleReport.Clean with { Coverage = new Coverage(1, 1, gaps, []) });
        text.ShouldContain("30 items could not be read");
        text.ShouldContain("gap-19");
        text.ShouldNotContain("gap-20");
        text.ShouldContain("… and 10 more");
    }

    [Fact]
    public void AReasonThatIsNotKnownStandsAsItIs() =>
        Text([Fake.On("{}", 1, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a"), Evidence.Review, "brand-new")]).ShouldContain("Why     brand-new\n");

    [Fact]
    public void EveryReasonOfTheEngineHasASentence() =>
        typeof(Reason).GetFields().Select(field => (string)field.GetRawConstantValue()!).ShouldBe(Reasons.Known, ignoreOrder: true);

    [Fact]
    public void EverySentenceIsOne() => Reasons.Known.Select(Reasons.Explain).ShouldAllBe(sentence => char.IsUpper(sentence[0]) && sentence.EndsWith('.'));

    [Fact]
    public void NothingThatWasScannedReachesTheTerminalAsACommand() => Gen.String.Sample(text =>
    {
        var hostile = Hostile(text);
        Written.TextAs("text", hostile).ShouldNotContain(letter => letter != '\n' && IsObeyed(letter));
        ColourCode.Replace(Written.TextAs("text", hostile, new ReportOptions { Colour = true, ShowSecrets = true }), "")
            .ShouldNotContain(letter => letter != '\n' && IsObeyed(letter));
    });

    [Fact]
    public void ColourChangesNothingButColour() =>
        ColourCode.Replace(Written.TextAs("text", SampleReport.Rich, new ReportOptions { Colour = true }), "")
            .ShouldBe(Written.TextAs("text", SampleReport.Rich));

    [Fact]
    public void TheMarkStandsUnderTheSecretBehindWideCharacters()
    {
        var lines = Text([Fake.On("日本 = {}", 2, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a"), Evidence.Likely, "format")]).Split('\n');
        var row = Array.FindIndex(lines, line => line.Contains("日本"));
        var before = lines[row][..lines[row].IndexOf("acme_", StringComparison.Ordinal)];
        lines[row + 1].IndexOf('^').ShouldBe(TerminalText.Width(before));
    }

    [Fact]
    public void LinesNeverGrowBeyondTheWidthByWhatWasScanned()
    {
        var finding = Fake.On(new string('漢', 200) + "{}" + new string('x', 300), 2, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a"), Evidence.Likely, "format");
        foreach (var line in Text([finding]).Split('\n'))
            TerminalText.Width(line).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void TheContextIsAsLongAsAskedFor()
    {
        var finding = Fake.On("k = {}", 3, Fake.Token, Fake.TokenSecret(1), new Provenance.File("a"), Evidence.Likely, "format");
        Text([finding], new ReportOptions { ContextLines = 0 }).ShouldNotContain("# before");
        Text([finding], new ReportOptions { ContextLines = 1 }).ShouldContain("# before");
    }

    private static string Text(IReadOnlyList<Finding> findings, ReportOptions? options = null) =>
        Written.TextAs("text", SampleReport.Clean with { Findings = findings }, options);

    private static ScanReport Hostile(string text) => SampleReport.Clean with
    {
        Target = text,
        Coverage = new Coverage(1, 1, [new CoverageGap(text, GapKind.Corrupt, text)], [text]),
        Findings =
        [
            Fake.On($"{text}{{}}", 2, Fake.Token, new Secret(text + "x"), new Provenance.File(text), Evidence.Likely, text) with
            {
                Facts = [new Fact(text, text)],
                Ignored = null,
            },
            Fake.On("{}", 2, Fake.Token, Fake.TokenSecret(1), new Provenance.Commit(text, text, new CommitInfo(text, text, Fake.Noon, text)), Evidence.Likely),
        ],
    };

    private static bool IsObeyed(char letter) => char.IsControl(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
