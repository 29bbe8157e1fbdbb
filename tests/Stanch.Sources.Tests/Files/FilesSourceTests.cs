using Stanch.Detection;
using Stanch.Sources.Files;

namespace Stanch.Sources.Tests.Files;

public sealed class FilesSourceTests
{
    [Fact]
    public void EveryFileOfATreeIsReadOnceHiddenAndIgnoredOnesToo()
    {
        using var tree = new Tree().File("a").File(".env").File("deep/down/b").File("empty", "").File(".gitignore", ".env");
        var scan = tree.Scan();
        scan.Paths.ShouldBe([".env", ".gitignore", "a", "deep/down/b", "empty"]);
        scan.Gaps.ShouldBeEmpty();
        scan.Pieces.Single(piece => piece.Place.Path == "empty").Content.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tree", "tree/a")]
    [InlineData("./tree", "tree/a")]
    [InlineData("tree/", "tree/a")]
    [InlineData("././/tree", "tree/a")]
    [InlineData("tree/a", "tree/a")]
    [InlineData("tree/../tree", "tree/../tree/a")]
    public void FindingsAreCalledAsTheUserNamedTheTarget(string target, string path)
    {
        using var tree = new Tree().File("a");
        tree.Scan(request => request with { WorkingDirectory = tree.Outside }, target).Paths.ShouldBe([path]);
    }

    [Fact]
    public void AnAbsoluteTargetIsCalledSo()
    {
        using var tree = new Tree().File("a");
        tree.Scan(tree.Root).Paths.ShouldBe([$"{tree.Root}/a"]);
    }

    [Fact]
    public void SeveralTargetsAreReadOneAfterTheOther()
    {
        using var tree = new Tree().File("a/1").File("b/2").File("c");
        tree.Scan("b", "c").Paths.ShouldBe(["b/2", "c"]);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("a/below-a-file")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void ATargetThatIsNotThereIsAnErrorBeforeAnythingIsRead(string target)
    {
        using var tree = new Tree().File("a");
        var collected = new Collected();
        var request = new SourceRequest(["a", target]) { WorkingDirectory = tree.Root };
        Should.Throw<SourceException>(() => new FilesSource().Walk(request, collected, TestContext.Current.CancellationToken));
        collected.Pieces.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("fifo")]
    [InlineData("to-zero")]
    public void ADeviceOrFifoAsTargetIsAnErrorAndNoHang(string target)
    {
        using var tree = new Tree().Link("to-zero", "/dev/zero").Shell("mkfifo fifo");
        Should.Throw<SourceException>(() => tree.Scan(target)).Message.ShouldContain("stanch scan -");
    }

    [Fact]
    public void DevicesAndFifosInATreeAreNamedAndNotOpened()
    {
        using var tree = new Tree().File("a").Link("zero", "/dev/zero").Shell("mkfifo fifo");
        var scan = tree.Scan();
        scan.Paths.ShouldBe(["a"]);
        scan.Gaps.Select(gap => (gap.Path, gap.Kind)).Order().ShouldBe([("fifo", GapKind.SpecialFile), ("zero", GapKind.SpecialFile)]);
        scan.Gaps.ShouldAllBe(gap => !gap.IsFailure);
    }

    [Fact]
    public void LinksAreNeverFollowedAndThoseThatLeaveTheTreeAreNamed()
    {
        using var tree = new Tree().File("a").File("in/b")
            .Link("loop", ".").Link("in/up", "..").Link("self", "self").Link("dangling", "nowhere").Link("inside", "in/b").Link("whole", "in")
            .Link("out", "/etc/passwd").Link("out-folder", "/etc").Link("through", "out-folder/passwd");
        var scan = tree.Scan();
        scan.Paths.ShouldBe(["a", "in/b"]);
        scan.Gaps.Select(gap => gap.Path).Order(StringComparer.Ordinal).ShouldBe(["out", "out-folder", "through"]);
    }

    [Fact]
    public void ATargetBehindALinkIsItsTarget()
    {
        using var tree = new Tree().File("real/a").Link("real/inside", "a").Link("linked", "real").Link("file", "real/a");
        var scan = tree.Scan("linked", "file");
        scan.Paths.ShouldBe(["file", "linked/a"]);
        scan.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void NamesThatAreNoTextAreReadAllTheSame()
    {
        using var tree = new Tree().File("quote\"'`$").File("line\nbreak").File("tab\there").File(new string('n', 255)).File("ünï/çödé ☃")
            .Shell("printf x > $'bad\\xff\\xfename'; mkdir $'d\\xff'; printf y > $'d\\xff/z'; ln -s /etc $'l\\xff'");
        var scan = tree.Scan();
        scan.Pieces.Count.ShouldBe(7);
        scan.Paths.ShouldContain("bad\uFFFD\uFFFDname");
        scan.Paths.ShouldContain("d\uFFFD/z");
        scan.Paths.ShouldContain("line\nbreak");
        scan.Gaps.ShouldHaveSingleItem().Path.ShouldBe("l\uFFFD");
    }

    [Fact]
    public void ATreeDeeperThanAPathMayBeLongIsReadAsFarAsItGoesAndSaysSo()
    {
        using var tree = new Tree().Shell("for i in $(seq 20); do mkdir d; cd d; done; printf x > f; p=$PWD; n=$(printf 'n%.0s' $(seq 200)); for i in $(seq 30); do mkdir $n; cd -P $n; done; printf x > g");
        var scan = tree.Scan();
        scan.Pieces.ShouldHaveSingleItem().Place.Path.ShouldEndWith("/d/f");
        var gap = scan.Gaps.ShouldHaveSingleItem();
        gap.Kind.ShouldBe(GapKind.Unreadable);
        gap.IsFailure.ShouldBeTrue();
    }

    [Fact]
    public void AnUnreadableFileAndFolderAreNamedAndTheRestIsRead()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root reads everything; FileWalkTests covers it with a file system of its own");
        using var tree = new Tree().File("a").File("closed/b").File("secret").Shell("chmod 0 closed secret");
        var scan = tree.Scan();
        tree.Shell("chmod 700 closed");
        scan.Paths.ShouldBe(["a"]);
        scan.Gaps.Select(gap => (gap.Path, gap.Kind)).Order().ShouldBe([("closed", GapKind.Unreadable), ("secret", GapKind.Unreadable)]);
    }

    [Fact]
    public void ALargeFileIsStreamedToItsEnd()
    {
        using var tree = new Tree().Shell("truncate -s 300M sparse; truncate -s 1048576 megabyte; truncate -s 1048575 less");
        var scan = tree.Scan();
        scan.Pieces.OrderBy(piece => piece.Length).Select(piece => (piece.Place.Path, piece.Length, piece.IsStream))
            .ShouldBe([("less", 1048575, false), ("megabyte", 1048576, true), ("sparse", 300L << 20, true)]);
    }

    [Fact]
    public void OfARepositorysOwnFolderOnlyTheConfigurationIsRead()
    {
        using var tree = new Tree().File(".git/config").File(".git/objects/aa/bb").File(".git/HEAD").File("sub/.git/config").File("sub/.git/index").File("linked/.git").File("a.git/x");
        var scan = tree.Scan();
        scan.Paths.ShouldBe([".git/config", "a.git/x", "linked/.git", "sub/.git/config"]);
        scan.Gaps.Select(gap => (gap.Path, gap.Kind)).Order().ShouldBe([(".git", GapKind.Excluded), ("sub/.git", GapKind.Excluded)]);
    }

    [Fact]
    public void WhatIsExcludedIsNamedByItselfOnly()
    {
        using var tree = new Tree().File("keep/a").File("drop/b").File("drop/c/d").File("keep/e.log");
        var scan = tree.Scan(request => request with { WorkingDirectory = tree.Outside, Excludes = path => path is "drop/" or "keep/e.log" }, "tree");
        scan.Paths.ShouldBe(["tree/keep/a"]);
        scan.Gaps.Select(gap => (gap.Path, gap.Kind)).Order().ShouldBe([("tree/drop", GapKind.Excluded), ("tree/keep/e.log", GapKind.Excluded)]);
    }

    [Fact]
    public void ManyThreadsReadWhatOneReads()
    {
        using var tree = new Tree();
        for (var i = 0; i < 1000; i++)
        {
            tree.File($"{i % 7}/{i % 31}/{i}", $"{i}");
        }

        static string[] Of(Collected scan) => [.. scan.Pieces.Select(piece => $"{piece.Place.Path} {System.Text.Encoding.UTF8.GetString(piece.Content)}").Order()];
        Of(tree.Scan(request => request with { Jobs = 8 })).ShouldBe(Of(tree.Scan(request => request with { Jobs = 1 })));
    }

    [Fact]
    public void AWalkThatIsStoppedSaysSoAndThrowsNothing()
    {
        using var tree = new Tree();
        for (var i = 0; i < 500; i++)
        {
            tree.File($"{i % 10}/{i}");
        }

        foreach (var jobs in new[] { 1, 4 })
        {
            using var source = new CancellationTokenSource();
            var count = 0;
            var collected = new Collected
            {
                OnPiece = _ =>
                {
                    if (Interlocked.Increment(ref count) == 100)
                    {
                        source.Cancel();
                    }
                },
            };
            new FilesSource().Walk(new SourceRequest([tree.Root], jobs), collected, source.Token);
            collected.Pieces.Count.ShouldBeInRange(100, 499);
            collected.Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Interrupted);
        }
    }

    [Fact]
    public void AWalkThatIsStoppedInItsLastFilesSaysSoToo()
    {
        using var tree = new Tree().File("a").File("b").File("c");
        using var source = new CancellationTokenSource();
        var collected = new Collected { OnPiece = _ => source.Cancel() };
        new FilesSource().Walk(new SourceRequest([tree.Root]), collected, source.Token);
        collected.Pieces.Count.ShouldBe(1);
        collected.Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Interrupted);
    }
}
