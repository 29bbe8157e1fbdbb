using Stanch.Detection;

namespace Stanch.Catalogue.Tests;

public sealed class CustomDetectorsTests
{
    private const string Own = """
        detectors:
          - id: own-token
            name: Own Token
            severity: high
            keywords: [OWN_]
            pattern: '\bOWN_[0-9a-f]{32}\b'
        """;

    [Fact]
    public void FiveFieldsMakeADetector()
    {
        var detector = CustomDetectors.Parse(Own, ".stanch.yaml").Detectors.ShouldHaveSingleItem();
        (detector.Provider, detector.IsCustom, detector.IsGeneric, detector.Severity).ShouldBe(("custom", true, false, Severity.High));
        detector.Keywords.ShouldBe(["own_"]);
        detector.Pattern.AnchorOffset.ShouldBe(0);
        detector.Pattern.Regex.IsMatch("OWN_" + new string('0', 32)).ShouldBeTrue();
    }

    // .NET gives up on automata beyond a size; that must be said when the file is read, not when a scan comes to the keyword.
    [Fact]
    public void APatternTooLargeForLinearTimeIsRefused()
    {
        var large = Own.Replace("[0-9a-f]{32}", "(?:[^\\s|]{1,200}\\s{1,4}(?:-\\n\\s{0,8})?){0,12}x", StringComparison.Ordinal);
        CustomDetectors.Parse(large, ".stanch.yaml").Errors.ShouldHaveSingleItem().Message.ShouldContain("too large to be matched in linear time");
    }

    [Fact]
    public void AFileIsReadByItsName()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Own.Replace("own-token", "Own", StringComparison.Ordinal));
        CustomDetectors.Load(path).Errors.ShouldHaveSingleItem().ToString().ShouldStartWith($"{path}:2:9: the id 'Own' is not kebab-case");
        File.Delete(path);
    }

    [Fact]
    public void ItMayReferToBuiltInDetectors()
    {
        var known = BuiltInCatalogue.Detectors[0].Id;
        CustomDetectors.Parse(Own + $"\n    contains: [{known}]", "x.yaml").Errors.ShouldBeEmpty();
        CustomDetectors.Parse(Own + $"\n    contains: [{known}x]", "x.yaml").Errors.ShouldHaveSingleItem().Message.ShouldContain($"did you mean '{known}'?");
    }

    [Fact]
    public void ItMayNotTakeTheIdOfABuiltInDetector()
    {
        var known = BuiltInCatalogue.Detectors[0].Id;
        var file = CustomDetectors.Parse(Own.Replace("own-token", known, StringComparison.Ordinal), "x.yaml", firstLine: 10);
        file.Detectors.ShouldBeEmpty();
        file.Errors.ShouldHaveSingleItem().ToString().ShouldStartWith($"x.yaml:11:5: the id '{known}' belongs to a built-in detector");
    }

    [Fact]
    public void TheWholeFormatIsUnderstood() =>
        CustomDetectors.Parse(WholeEntry.Text, "any-name.yaml").Entries[0].Guide.Validity.ShouldNotBeNull();
}
