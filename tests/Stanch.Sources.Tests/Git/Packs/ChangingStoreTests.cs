using System.Globalization;
using System.Text;
using Stanch.Sources.Git;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Tests.Git.Packs;

/// <summary>A store that git packs anew while it is read, and stores whose copies are not all whole.</summary>
public sealed class ChangingStoreTests
{
    [Theory]
    [InlineData("gc --quiet --prune=now")]
    [InlineData("repack -adfq")]
    [InlineData("repack -dq")]
    public void WhatGitPacksDuringTheScanIsReadOnce(string command)
    {
        using var here = new Sandbox();
        for (var i = 0; i < 3; i++) here.Commit($"{i}", ("a", $"needle-a{i}"));
        here.Git("repack", "-dq");
        for (var i = 0; i < 20; i++) here.Commit($"{i}", ($"b{i}", $"needle-b{i}"));
        var needles = new Needles();
        var isPacked = 0;
        needles.OnFind = _ =>
        {
            if (Interlocked.Exchange(ref isPacked, 1) == 0) here.Git(command.Split(' '));
        };

        new GitSource().Walk(Scan.Request(here.Repository, 2), needles, TestContext.Current.CancellationToken);

        needles.Gaps.ShouldBeEmpty();
        needles.Words.Count().ShouldBe(23);
        needles.Searched.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public void SingleObjectsAreFoundInAPackThatCameMeanwhile()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        var id = ObjectId.ParseOrNull(Encoding.ASCII.GetBytes(here.Git("rev-parse", "HEAD:a")));
        using var store = ObjectStore.Open(here.In(".git", "objects"), [], 20);
        here.Git("gc", "--quiet", "--prune=now");

        store.Holds(id).ShouldBeTrue();
    }

    [Fact]
    public void OfManyPacksEachObjectIsReadOnce()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 6; i++)
        {
            here.Commit($"{i}", ("a", $"needle-{i}"), ("same", "needle-same"));
            here.Git("repack", "-q", "-a");
        }

        var needles = Scan.Of(here.Repository);

        Directory.GetFiles(here.In(".git", "objects", "pack"), "*.pack").Length.ShouldBe(6);
        needles.Words.Count().ShouldBe(7);
        needles.Searched.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public void ADamagedBaseIsReplacedByACopyThatLiesElsewhere()
    {
        using var here = new Sandbox();
        var text = string.Join('\n', Enumerable.Range(0, 500).Select(i => $"line {i * 7919}"));
        for (var i = 0; i < 6; i++) here.Commit($"{i}", ("a", $"{text}\nneedle-{i}"));
        here.Git("repack", "-aq");
        var pack = Directory.GetFiles(here.In(".git", "objects", "pack"), "*.pack").Single();
        var blobs = here.Git("verify-pack", "-v", pack.Replace(".pack", ".idx", StringComparison.Ordinal)).Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length is 5 or 7 && parts[1] == "blob").ToArray();
        var whole = blobs.Single(parts => parts.Length == 5);
        // Of the loose copies that repack left, only the base's stays.
        foreach (var delta in blobs.Where(parts => parts.Length == 7)) File.Delete(here.In(".git", "objects", delta[0][..2], delta[0][2..]));
        var bytes = File.ReadAllBytes(pack);
        for (var i = 0; i < 40; i++) bytes[int.Parse(whole[4], CultureInfo.InvariantCulture) + (int.Parse(whole[3], CultureInfo.InvariantCulture) / 2) + i] ^= 0x5a;
        File.SetAttributes(pack, FileAttributes.Normal);
        File.WriteAllBytes(pack, bytes);

        using var store = ObjectStore.Open(here.In(".git", "objects"), [], 20);
        using var unpacker = new ObjectUnpacker(store);

        blobs.Length.ShouldBe(6);
        foreach (var blob in blobs) unpacker.Read(ObjectId.ParseOrNull(Encoding.ASCII.GetBytes(blob[0]))).IsRead.ShouldBeTrue();
    }
}
