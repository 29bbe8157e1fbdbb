using Stanch.Detection;
using Stanch.Sources.Git.Seen;

namespace Stanch.Sources.Tests.Git.Seen;

public sealed class SeenFileTests
{
    [Fact]
    public void ADamagedFileIsToldOfAndMadeAnew()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        scan.Run();
        var path = scan.Files.Single();
        var whole = System.IO.File.ReadAllBytes(path);
        var anew = scan.Anew();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255], Gen.Bool).Sample(
            (at, flip, cut) =>
            {
                var damaged = cut ? whole[..at] : [.. whole];
                if (!cut) damaged[at] ^= flip;
                System.IO.File.WriteAllBytes(path, damaged);
                var run = scan.Run();
                Thorns.Told(run.Session).ShouldBe(anew);
                run.Session.Coverage().Remarks.ShouldHaveSingleItem().ShouldContain(path);
                System.IO.File.ReadAllBytes(path).ShouldNotBe(damaged);
                scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
            },
            iter: 20, threads: 1);
    }

    [Fact]
    public void WhatAnotherUserWroteIsNotBelieved()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        scan.Run(home: Directory.CreateDirectory(System.IO.Path.Combine(here.Path, "other")).FullName);
        var run = scan.Run();
        run.Session.Coverage().Remarks.ShouldHaveSingleItem().ShouldContain("another user");
        Thorns.Told(run.Session).ShouldBe(scan.Anew());
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void WhereNothingCanBeWrittenTheScanSaysSoAndGoesOn()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        System.IO.File.WriteAllText(scan.Folder, "in the way");
        for (var i = 0; i < 2; i++)
        {
            var run = scan.Run();
            run.Session.Coverage().Remarks.ShouldHaveSingleItem().ShouldContain("not kept");
            Thorns.Told(run.Session).ShouldBe(scan.Anew());
        }
    }

    [Fact]
    public void WithoutAHomeNothingIsKept()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        var run = scan.Run(home: "");
        run.Session.Coverage().Remarks.ShouldHaveSingleItem().ShouldContain("--no-cache");
        Thorns.Told(run.Session).ShouldBe(scan.Anew());
        scan.Files.ShouldBeEmpty();
    }

    [Fact]
    public void ALinkThatCameWithTheRepositoryIsNotFollowed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        var elsewhere = Directory.CreateDirectory(System.IO.Path.Combine(here.Path, "elsewhere"));
        System.IO.File.CreateSymbolicLink(scan.Folder, elsewhere.FullName);
        scan.Run().Session.Coverage().Remarks.ShouldHaveSingleItem().ShouldContain("link");
        elsewhere.EnumerateFiles().ShouldBeEmpty();
    }

    [Fact]
    public void AtMostFourChoicesOfDetectorsAreKept()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        foreach (IReadOnlyList<Detector> choice in new IReadOnlyList<Detector>[] { [Thorns.Thorn], [Thorns.Briar], [Thorns.Nettle], [Thorns.Thorn, Thorns.Briar], [Thorns.Thorn, Thorns.Nettle], [Thorns.LongBriar] })
        {
            scan.Detectors = choice;
            scan.ShouldSayTheSame();
            scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
        }
        scan.Files.Length.ShouldBe(4);
    }

    [Fact]
    public void WhatAKilledProcessLeftDoesNoHarmAndGoesWhenItIsOld()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        scan.Run();
        var kept = scan.Files.Single();
        var left = kept + "-abc.new";
        System.IO.File.WriteAllBytes(left, System.IO.File.ReadAllBytes(kept)[..500]);
        here.Commit("more", ("m", "m"));
        scan.ShouldSayTheSame();
        System.IO.File.Exists(left).ShouldBeTrue();
        System.IO.File.SetLastWriteTimeUtc(left, System.IO.File.GetLastWriteTimeUtc(kept).AddHours(-2));
        here.Commit("more", ("m", "n"));
        scan.ShouldSayTheSame();
        scan.Files.ShouldBe([kept]);
    }

    [Fact]
    public void ManyAtOnceLeaveAWholeFile()
    {
        using var here = SeenTests.Grown(out _);
        var scan = new SeenScan(here);
        var anew = scan.Anew();
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            var run = scan.Run(jobs: 1);
            Thorns.Told(run.Session).ShouldBe(anew);
            run.Session.Coverage().Remarks.ShouldBeEmpty();
        });
        scan.Files.Length.ShouldBe(1);
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void AKeyIsMadeOnceHoweverManyAskForIt()
    {
        var folder = Directory.CreateTempSubdirectory("stanch-test-");
        try
        {
            var keys = new byte[]?[8];
            Parallel.For(0, keys.Length, i => keys[i] = SeenKey.Get(System.IO.Path.Combine(folder.FullName, "a", "b")));
            keys.ShouldNotContain((byte[]?)null);
            keys.Select(key => Convert.ToHexString(key!)).Distinct().Count().ShouldBe(1);
            Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
