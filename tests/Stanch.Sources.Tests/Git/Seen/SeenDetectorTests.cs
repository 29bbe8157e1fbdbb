using Stanch.Detection;

namespace Stanch.Sources.Tests.Git.Seen;

public sealed class SeenDetectorTests
{
    [Fact]
    public void ANewDetectorAloneIsRunOverWhatWasSeen()
    {
        using var here = SeenTests.Grown(out _);
        here.Commit("nettles", ("n", Thorns.Secret("nettle", 5)), ("both", $"{Thorns.Secret("nettle", 6)}\n{Thorns.Secret("thorn", 7)}"));
        var scan = new SeenScan(here);
        scan.ShouldSayTheSame();
        scan.Detectors = [Thorns.Thorn, Thorns.Briar, Thorns.Nettle];
        var run = scan.ShouldSayTheSame();
        run.Probed.ShouldBe(["nettle"]);
        // Only the blobs in which it matches go through all detectors.
        run.Searched.Order().ShouldBe(new[] { here.Git("rev-parse", "HEAD:n"), here.Git("rev-parse", "HEAD:both") }.Order());
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void ADetectorThatHasChangedIsRunAgainAndNoOther()
    {
        using var here = SeenTests.Grown(out _);
        here.Commit("briars", ("short", Thorns.Secret("briar", 5)), ("long", Thorns.Secret("briar", 6, length: 30)));
        var scan = new SeenScan(here);
        scan.ShouldSayTheSame();
        scan.Detectors = [Thorns.Thorn, Thorns.LongBriar];
        var run = scan.ShouldSayTheSame();
        run.Probed.ShouldBe(["briar"]);
        run.Searched.Order().ShouldBe(new[] { "HEAD:short", "HEAD:long", "HEAD:src/b" }.Select(name => here.Git("rev-parse", name)).Order());
        run.Session.Findings().Count(finding => finding.Detector.Id == "briar").ShouldBe(1);
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void ADetectorThatIsGoneTakesItsFindingsAlong()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        scan.ShouldSayTheSame();
        scan.Detectors = [Thorns.Thorn];
        var run = scan.ShouldSayTheSame();
        run.Probed.ShouldBeEmpty();
        run.Searched.ShouldBe([here.Git("rev-parse", "HEAD:src/b")]);
        scan.Detectors = [Thorns.Thorn, Thorns.Briar];
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void WithAnyChoiceOfDetectorsAfterAnyOtherTheReportIsThatOfAScanAnew()
    {
        Detector[][] choices = [[Thorns.Thorn], [Thorns.Briar], [Thorns.LongBriar, Thorns.Nettle], [Thorns.Thorn, Thorns.LongBriar], [Thorns.Thorn, Thorns.Briar, Thorns.Nettle]];
        Gen.Select(Gen.Int[0, choices.Length - 1].Array[2, 5], Gen.Int[0, 10_000]).Sample(
            (steps, seed) =>
            {
                using var here = SeenTests.Grown(out _);
                var scan = new SeenScan(here);
                foreach (var step in steps)
                {
                    scan.Detectors = choices[step];
                    scan.ShouldSayTheSame();
                    here.Commit("next", ($"f{step}", $"{Thorns.Secret("nettle", seed + step)} {Thorns.Secret("briar", seed, length: 8 + step * 4)}"));
                }
            },
            iter: 8, threads: 1);
    }
}
