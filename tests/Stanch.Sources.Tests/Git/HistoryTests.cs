using Stanch.Detection;

namespace Stanch.Sources.Tests.Git;

public sealed class HistoryTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("sha256")]
    public void AFindingTellsWhenItCameAndWentAndWhoBroughtIt(string? format)
    {
        using var here = new Sandbox(format);
        here.Commit("start", ("readme", "hello"));
        var brought = here.Commit("Add the deploy script\n\nwith a body", ("deploy/run.sh", "x needle-a1 y"));
        var last = here.Commit("touch", ("deploy/run.sh", "x needle-a1 y\nmore"));
        var removed = here.Commit("clean", ("deploy/run.sh", "x"));
        here.Commit("later", ("readme", "hello again"));

        var place = Scan.Of(here.Repository).CommitOf("needle-a1");

        place.Path.ShouldBe("deploy/run.sh");
        place.Introduced.Id.ShouldBe(brought);
        place.Introduced.Author.ShouldBe("Ada Lovelace <ada@example.com>");
        place.Introduced.Summary.ShouldBe("Add the deploy script");
        place.Introduced.Date.ToUnixTimeSeconds().ShouldBe(long.Parse(here.Git("show", "-s", "--format=%at", brought)));
        place.Last!.Id.ShouldBe(last);
        place.Removed!.Id.ShouldBe(removed);
        place.AtHead.ShouldBeFalse();
        place.Repository.ShouldBe(here.Repository);
        place.BlobId.ShouldBe(here.Git("rev-parse", $"{brought}:deploy/run.sh"));
    }

    [Fact]
    public void AFindingThatStandsIsShownInItsNewestVersion()
    {
        using var here = new Sandbox();
        var brought = here.Commit("1", ("a", "needle-a1"));
        here.Commit("2", ("a", "a line above\nneedle-a1"));
        var last = here.Commit("3", ("b", "unrelated"));

        var needles = Scan.Of(here.Repository);

        var place = needles.CommitOf("needle-a1");
        (place.Introduced.Id, place.Last!.Id, place.Removed, place.AtHead).ShouldBe((brought, last, null, true));
        needles.Findings.Single().BlobId.ShouldBe(here.Git("rev-parse", "HEAD:a"));
    }

    [Fact]
    public void ASecretThatCameBackStands()
    {
        using var here = new Sandbox();
        var first = here.Commit("1", ("a", "needle-a1"));
        here.Commit("2", ("a", "nothing"));
        here.Commit("3", ("a", "needle-a1 again"));

        var place = Scan.Of(here.Repository).CommitOf("needle-a1");

        (place.Introduced.Id, place.Removed, place.AtHead).ShouldBe((first, null, true));
    }

    [Fact]
    public void AMergeNeitherBringsNorTakesWhatASideDid()
    {
        using var here = new Sandbox();
        here.Commit("base", ("shared", "needle-old"), ("other", "1"));
        here.Git("checkout", "--quiet", "-b", "side");
        var brought = here.Commit("on the side", ("side-file", "needle-side"));
        here.Git("checkout", "--quiet", "main");
        var removed = here.Commit("clean on main", ("shared", "gone"));
        here.Git("merge", "--quiet", "--no-ff", "-m", "merge", "side");

        var needles = Scan.Of(here.Repository);

        needles.CommitOf("needle-side").Introduced.Id.ShouldBe(brought);
        needles.CommitOf("needle-side").AtHead.ShouldBeTrue();
        needles.CommitOf("needle-old").AtHead.ShouldBeTrue("the branch 'side' still shows it");
        here.Git("branch", "--quiet", "-D", "side");
        var after = Scan.Of(here.Repository).CommitOf("needle-old");
        (after.Removed!.Id, after.AtHead).ShouldBe((removed, false));
    }

    [Fact]
    public void WhatAMergeItselfBringsIsTheMerges()
    {
        using var here = new Sandbox();
        here.Commit("base", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("side", ("b", "1"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("main", ("c", "1"));
        here.Git("merge", "--quiet", "--no-ff", "--no-commit", "side");
        var merge = here.Commit("merge", ("a", "needle-evil"));

        Scan.Of(here.Repository).CommitOf("needle-evil").Introduced.Id.ShouldBe(merge);
    }

    [Fact]
    public void WhatAMergeAloneDropsIsRemovedByTheMerge()
    {
        using var here = new Sandbox();
        here.Commit("base", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("side", ("b", "needle-side"));
        here.Git("checkout", "--quiet", "main");
        here.Git("merge", "--quiet", "--strategy=ours", "-m", "ours", "side");
        var merge = here.Git("rev-parse", "HEAD");
        here.Git("branch", "--quiet", "-D", "side");

        Scan.Of(here.Repository).CommitOf("needle-side").Removed!.Id.ShouldBe(merge);
    }

    [Fact]
    public void EachBlobIsSearchedOnceAndReportedAtEachPath()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a1"), ("b", "needle-a1"));
        here.Git("mv", "a", "c");
        here.Commit("2");

        var needles = Scan.Of(here.Repository);

        needles.Searched.Values.ShouldAllBe(times => times == 1);
        needles.Findings.Select(finding => (finding.Place.Path, ((Provenance.Commit)finding.Place).AtHead)).Order().ShouldBe([("a", false), ("b", true), ("c", true)]);
    }

    [Fact]
    public void BranchesTagsRemotesAndOtherRefsAreAllRead()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Git("checkout", "--quiet", "-b", "topic");
        here.Commit("2", ("a", "needle-branch"));
        here.Git("checkout", "--quiet", "--detach", "main");
        here.Commit("3", ("a", "needle-tagged"));
        here.Git("tag", "-a", "v1", "-m", "tag needle-tagtext");
        here.Git("checkout", "--quiet", "--detach", "main");
        here.Commit("4", ("a", "needle-remote"));
        here.Git("update-ref", "refs/remotes/origin/x", "HEAD");
        here.Git("checkout", "--quiet", "--detach", "main");
        here.Commit("5", ("a", "needle-pull"));
        here.Git("update-ref", "refs/pull/7/head", "HEAD");
        here.Git("checkout", "--quiet", "--detach", "main");
        here.Commit("6 needle-text", ("a", "needle-detached"));

        var needles = Scan.Of(here.Repository);

        needles.Words.ShouldBe(["needle-branch", "needle-detached", "needle-pull", "needle-remote", "needle-tagged", "needle-tagtext", "needle-text"]);
        needles.CommitOf("needle-pull").AtHead.ShouldBeFalse("a pull request is no branch");
        needles.CommitOf("needle-detached").AtHead.ShouldBeTrue();
        var tag = needles.Findings.Single(finding => finding.Word == "needle-tagtext").Place.ShouldBeOfType<Provenance.Message>();
        (tag.What, tag.ObjectId).ShouldBe(("tag-message", here.Git("rev-parse", "v1")));
        var message = needles.Findings.Single(finding => finding.Word == "needle-text").Place.ShouldBeOfType<Provenance.Message>();
        (message.What, message.ObjectId, message.Introduced!.Summary).ShouldBe(("commit-message", here.Git("rev-parse", "HEAD"), "6 needle-text"));
    }

    [Fact]
    public void EveryStashIsReadWithItsIndexAndUntrackedFiles()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.File("a", "needle-older");
        here.Git("stash", "--quiet");
        here.File("a", "needle-index").Git("add", "a");
        here.File("a", "needle-work").File("untracked", "needle-untracked").Git("stash", "--quiet", "--include-untracked");

        var needles = Scan.Of(here.Repository);

        needles.Words.Where(word => word != "needle-index").ShouldBe(["needle-older", "needle-untracked", "needle-work"]);
        needles.Words.ShouldContain("needle-index");
        var untracked = needles.CommitOf("needle-untracked");
        (untracked.Path, untracked.Removed, untracked.AtHead).ShouldBe(("untracked", null, false));
    }

    [Fact]
    public void NotesAreTextsAndNotFiles()
    {
        using var here = new Sandbox();
        var commit = here.Commit("1", ("a", "1"));
        here.Git("notes", "add", "-m", "note needle-note");

        var finding = Scan.Of(here.Repository).Findings.Single();

        var note = finding.Place.ShouldBeOfType<Provenance.Message>();
        (finding.Word, note.What, note.ObjectId).ShouldBe(("needle-note", "note", commit));
    }

    [Fact]
    public void UnreachableObjectsAreReportedOnlyWhenAskedFor()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Commit("lost needle-message", ("deep/b", "needle-lost"));
        here.Git("reset", "--quiet", "--hard", "HEAD~");
        var dangling = here.GitWithInput("needle-dangling", "hash-object", "-w", "--stdin");

        Scan.Of(here.Repository).Findings.ShouldBeEmpty();

        var needles = Scan.Of(here.Repository, ("unreachable", "true"));
        needles.Words.ShouldBe(["needle-dangling", "needle-lost", "needle-message"]);
        needles.Findings.Single(finding => finding.Word == "needle-lost").Place.ShouldBeOfType<Provenance.Unreachable>().KnownPath.ShouldBe("deep/b");
        needles.Findings.Single(finding => finding.Word == "needle-dangling").Place.ShouldBe(new Provenance.Unreachable(here.Repository, dangling, null));
    }

    [Fact]
    public void ABlobOrTreeThatATagNamesIsReached()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"));
        here.Git("tag", "key", here.GitWithInput("needle-blob", "hash-object", "-w", "--stdin"));
        var inTree = here.GitWithInput("needle-tree", "hash-object", "-w", "--stdin");
        here.Git("tag", "tree", here.GitWithInput($"100644 blob {inTree}\tfile\n", "mktree"));

        Scan.Of(here.Repository).Words.ShouldBe(["needle-blob", "needle-tree"]);
    }

    [Fact]
    public void AnEmptyRepositoryIsCleanAndNoError()
    {
        using var here = new Sandbox();

        var needles = Scan.Of(here.Repository);

        needles.Findings.ShouldBeEmpty();
        needles.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void PathsAreBytes()
    {
        using var here = new Sandbox();
        var blob = here.GitWithInput("needle-a1", "hash-object", "-w", "--stdin");
        byte[] entries = [.. System.Text.Encoding.ASCII.GetBytes($"100644 blob {blob}\t"), 0x6e, 0x0a, 0x6c, 0, .. System.Text.Encoding.ASCII.GetBytes($"100644 blob {blob}\t"), 0x78, 0xff, 0x79, 0];
        var tree = here.GitWithInput(entries, "mktree", "-z");
        here.Git("update-ref", "refs/heads/main", here.Git("commit-tree", "-m", "1", tree));

        Scan.Of(here.Repository).Findings.Select(finding => finding.Place.Path).Order(StringComparer.Ordinal).ShouldBe(["n\nl", "x\\xffy"]);
    }

    [Fact]
    public void ALinkIsText()
    {
        using var here = new Sandbox();
        System.IO.File.CreateSymbolicLink(here.In("link"), "/somewhere/needle-a1");
        here.Commit("1");

        Scan.Of(here.Repository).CommitOf("needle-a1").Path.ShouldBe("link");
    }

    [Fact]
    public void AHugeBlobIsStreamedAndWhatFollowsItIsRead()
    {
        using var here = new Sandbox();
        here.Commit("1", ("big", new string('x', 17 << 20) + " needle-big"), ("small", "needle-small"));

        var needles = Scan.Of(here.Repository, jobs: 1);

        needles.Words.ShouldBe(["needle-big", "needle-small"]);
        needles.Streamed.Values.ShouldBe([(17 << 20) + 11L]);
    }

    [Fact]
    public void ExcludedPathsAreNotJudgedAndSaySo()
    {
        using var here = new Sandbox();
        here.Commit("1", ("vendor/a", "needle-vendor"), ("b", "needle-b"));
        var needles = new Needles();
        var request = Scan.Request(here.Repository, 1) with { Excludes = path => path == "vendor/" };

        new Sources.Git.GitSource().Walk(request, needles, TestContext.Current.CancellationToken);

        needles.Words.ShouldBe(["needle-b"]);
        needles.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Kind.ShouldBe(GapKind.Excluded), gap => gap.IsFailure.ShouldBeFalse());
    }

    [Fact]
    public void LargeFilePointersAreNamed()
    {
        using var here = new Sandbox();
        here.Commit("1", ("model.bin", $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string('0', 64)}\nsize 12345\n"));

        Scan.Of(here.Repository).Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("model.bin"), gap => gap.Kind.ShouldBe(GapKind.LargeFileStorage));
    }

    [Fact]
    public void ManyJobsAndOneFindTheSame()
    {
        using var here = new Sandbox();
        for (var i = 0; i < 20; i++) here.Commit($"{i}", ($"f{i % 5}", $"needle-{i} needle-{i / 2}"));

        static IEnumerable<string> Shown(Needles needles) => needles.Findings.Select(finding => $"{finding.Word} {finding.BlobId} {finding.Place}").Order(StringComparer.Ordinal);
        Shown(Scan.Of(here.Repository, jobs: 1)).ShouldBe(Shown(Scan.Of(here.Repository, jobs: 4)));
    }
}
