using System.Security.Cryptography;
using System.Text;
using Stanch.Detection;

namespace Stanch.Sources.Tests.Git.Seen;

public sealed class SeenTests
{
    [Fact]
    public void TheSecondScanSearchesNothingAndSaysTheSame()
    {
        using var here = Grown(out _);
        var scan = new SeenScan(here);
        scan.ShouldSayTheSame().Searched.ShouldNotBeEmpty();
        var second = scan.ShouldSayTheSame();
        second.Searched.ShouldBeEmpty();
        second.Recalled.Count.ShouldBeLessThanOrEqualTo(4);
        second.Session.Findings().Count.ShouldBe(3);
    }

    [Fact]
    public void OnlyWhatIsNewIsSearched()
    {
        using var here = Grown(out var secrets);
        var scan = new SeenScan(here);
        scan.Run();
        // The same secret in a new file, and a new one.
        here.Commit("more", ("d", $"{secrets[0]}\n"), ("e", $"{Thorns.Secret("briar", 9)}\n"));
        var second = scan.ShouldSayTheSame();
        // Two blobs and a message.
        second.Searched.Count.ShouldBe(3);
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    public static TheoryData<string> Changes => new(
        "gc", "repack -adfq", "repack -dq", "branch -D side", "tag -a -m message-with-thorn_abcdefgh9k noted", "notes add -m thorn_2bcdefghjk", "commit --quiet --amend -m amended", "checkout --quiet --detach HEAD~1",
        "merge --quiet --no-ff -m merged side", "rebase --quiet side", "reflog expire --expire=now --all;branch -D side;gc --prune=now --quiet", "checkout --quiet side", "pack-refs --all", "repack -dq;multi-pack-index write", "update-ref refs/odd/tree HEAD^{tree}", "update-ref refs/odd/blob HEAD:a");

    [Theory, MemberData(nameof(Changes))]
    public void WhateverBecomesOfTheRepositoryTheReportIsThatOfAScanAnew(string commands)
    {
        foreach (var packed in new[] { false, true })
        {
            using var here = Grown(out _);
            if (packed) here.Git("repack", "-adq");
            var scan = new SeenScan(here);
            scan.ShouldSayTheSame();
            foreach (var command in commands.Split(';')) here.Git(command.Split(' '));
            scan.ShouldSayTheSame();
            here.Commit("later", ("later", Thorns.Secret("thorn", 77)));
            scan.ShouldSayTheSame();
            scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
        }
    }

    [Fact]
    public void WhatIsGoneAndComesBackIsFoundAgain()
    {
        using var here = Grown(out _);
        var scan = new SeenScan(here);
        scan.Run();
        here.Git("bundle", "create", "--quiet", here.In("..", "all"), "--all");
        here.Git("checkout", "--quiet", "side");
        here.Git("branch", "-D", "main");
        here.Git("reflog", "expire", "--expire=now", "--all");
        here.Git("gc", "--prune=now", "--quiet");
        scan.ShouldSayTheSame();
        here.Git("fetch", "--quiet", here.In("..", "all"), "main:main");
        scan.ShouldSayTheSame().Session.Findings().Count.ShouldBe(3);
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void AShallowCloneIsDeepenedBitByBit()
    {
        using var here = Grown(out _);
        var clone = System.IO.Path.Combine(here.Path, "clone");
        here.GitIn(here.Path, "clone", "--quiet", "--depth", "1", $"file://{here.Repository}", clone);
        var scan = new SeenScan(here) { Folder = System.IO.Path.Combine(clone, ".git", "stanch") };
        for (var i = 0; i < 3; i++)
        {
            scan.ShouldSayTheSame(clone);
            here.GitIn(clone, "fetch", "--quiet", "--deepen", "1");
        }
        here.GitIn(clone, "fetch", "--quiet", "--unshallow");
        scan.ShouldSayTheSame(clone).Session.Findings().ShouldNotBeEmpty();
        scan.ShouldSayTheSame(clone).Searched.ShouldBeEmpty();
    }

    [Theory, InlineData("unreachable", "true"), InlineData("submodules", "true")]
    public void OptionsOfTheSourceChangeNothingOfIt(string name, string value)
    {
        using var here = Grown(out _);
        here.Git("branch", "-D", "side");
        var scan = new SeenScan(here);
        scan.ShouldSayTheSame();
        scan.ShouldSayTheSame(null, (name, value)).Searched.ShouldBeEmpty();
    }

    [Fact]
    public void WorktreesShareWhatIsKept()
    {
        using var here = Grown(out _);
        var scan = new SeenScan(here);
        scan.Run();
        var tree = System.IO.Path.Combine(here.Path, "tree");
        here.Git("worktree", "add", "--quiet", tree, "side");
        scan.ShouldSayTheSame(tree).Searched.ShouldBeEmpty();
        scan.Files.Length.ShouldBe(1);
    }

    [Fact]
    public void ARepositoryWithLongerIdsIsKeptToo()
    {
        using var here = new Sandbox(objectFormat: "sha256");
        here.Commit("one", ("a", Thorns.Secret("thorn", 1)));
        here.Git("repack", "-adq");
        var scan = new SeenScan(here);
        scan.ShouldSayTheSame();
        scan.ShouldSayTheSame().Searched.ShouldBeEmpty();
    }

    [Fact]
    public void NothingIsWrittenWhereItIsNotWanted()
    {
        using var here = Grown(out _);
        var scan = new SeenScan(here);
        scan.Anew();
        Directory.Exists(scan.Folder).ShouldBeFalse();
        here.Git("status", "--porcelain").ShouldBeEmpty();
        scan.Run();
        here.Git("status", "--porcelain").ShouldBeEmpty();
    }

    [Fact]
    public void NoValueStandsInWhatIsKeptNorAHashThatCouldBeGuessed()
    {
        using var here = Grown(out var secrets);
        var scan = new SeenScan(here);
        scan.Run();
        var kept = scan.Files.ShouldHaveSingleItem();
        var bytes = System.IO.File.ReadAllBytes(kept);
        var key = System.IO.File.ReadAllBytes(Directory.GetFiles(System.IO.Path.Combine(here.Path, "home"), "seen.key", SearchOption.AllDirectories).Single());
        bytes.AsSpan().IndexOf(key).ShouldBe(-1);
        foreach (var secret in secrets)
        {
            var text = Encoding.UTF8.GetBytes(secret);
            foreach (var length in new[] { 6, text.Length })
                for (var from = 6; from + length <= text.Length; from++) bytes.AsSpan().IndexOf(text.AsSpan(from, length)).ShouldBe(-1);
            bytes.AsSpan().IndexOf(text).ShouldBe(-1);
            foreach (var hash in new[] { SHA256.HashData(text), SHA384.HashData(text), SHA512.HashData(text) })
            {
                bytes.AsSpan().IndexOf(hash.AsSpan(0, 8)).ShouldBe(-1);
                bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)[..12])).ShouldBe(-1);
            }
        }
    }

    /// <summary>A repository with a side branch and three secrets, one of them taken away again.</summary>
    internal static Sandbox Grown(out string[] secrets)
    {
        secrets = [Thorns.Secret("thorn", 1), Thorns.Secret("briar", 2), Thorns.Secret("thorn", 3)];
        var here = new Sandbox();
        here.Commit("one", ("a", $"first\n{secrets[0]}\n"), ("src/b", "nothing\n"));
        here.Commit("two", ("a", $"first\n{secrets[0]}\nlast\n"), ("src/b", $"{secrets[1]}\n"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("three", ("c", $"{secrets[2]}\n"), ("src/deep/d", "1"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("four", ("a", "first\nlast\n"));
        here.Commit("five", ("src/e", "five"));
        return here;
    }
}
