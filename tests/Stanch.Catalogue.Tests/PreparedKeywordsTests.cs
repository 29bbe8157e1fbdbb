using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Catalogue.Tests;

public sealed class PreparedKeywordsTests
{
    private static readonly DetectorTable s_table = BuiltInCatalogue.Detectors;

    [Fact]
    public void TheTableKnowsEachDetectorByItsNumberAndId()
    {
        s_table.Count.ShouldBe(BuiltInCatalogue.DetectorCount);
        s_table.Select(detector => s_table.NumberOf(detector.Id)).ShouldBe(Enumerable.Range(0, s_table.Count));
        s_table.NumberOf("no-such-detector").ShouldBe(-1);
    }

    [Fact]
    public void ADetectorIsMadeOnceHoweverManyThreadsAskForIt()
    {
        var table = new DetectorTable([.. s_table.Select(detector => detector.Id)], number => Copy(s_table[number]), () => s_table.Keywords);
        var seen = new Detector[8];
        Parallel.For(0, seen.Length, i => seen[i] = table[5]);
        seen.ShouldAllBe(detector => ReferenceEquals(detector, table[5]));
    }

    [Fact]
    public void TheIndexOfTheProgramIsTheOneThatWouldBeMadeNow() =>
        KeywordIndex.Make(BuiltInCatalogue.Keywords, [.. s_table.Select(detector => detector.Keywords)]).Serialize().ShouldBe(s_table.Keywords.Serialize());

    [Fact]
    public void TheTableOfSomeIsTheOneThatWouldBeMadeNow()
    {
        int[] numbers = [.. Enumerable.Range(0, s_table.Count).Where(number => number % 3 == 1)];
        var some = s_table.Only(numbers);
        some.ShouldBe(numbers.Select(number => s_table[number]));
        some.Keywords.Serialize().ShouldBe(KeywordIndex.Make(BuiltInCatalogue.Keywords, [.. some.Select(detector => detector.Keywords)]).Serialize());
    }

    [Fact]
    public void EachDetectorHasAPrintOfItsOwnMadeAtBuildTime()
    {
        s_table.ShouldAllBe(detector => detector.Print != null);
        s_table.Select(DetectorPrint.Of).Distinct().Count().ShouldBe(s_table.Count);
    }

    [Fact]
    public void AnIndexForAnotherTableIsRefused() =>
        Should.Throw<InvalidDataException>(() => KeywordIndex.LoadInPlace(Stanch.Detection.Matching.KeywordAutomaton.Build(["abc"]), s_table.Keywords.Serialize()));

    [Fact]
    public void AKeywordThatTheAutomatonLacksIsRefused() =>
        Should.Throw<ArgumentException>(() => KeywordIndex.Make(Stanch.Detection.Matching.KeywordAutomaton.Build(["abc"]), [["abc"], ["abd"]]));

    private static Detector Copy(Detector from) =>
        new() { Id = from.Id, Name = from.Name, Provider = from.Provider, Severity = from.Severity, Keywords = from.Keywords, Pattern = from.Pattern };
}
