using System.Text;
using Stanch.Sources.Git;
using Stanch.Sources.Git.Packs;
using Stanch.Sources.Git.Staging;

namespace Stanch.Sources.Tests.Git.Staging;

/// <summary>What our own reader says of an index is what <c>git diff-index</c> says, for every form that git writes.</summary>
public sealed class IndexDiffTests
{
    private static readonly string[] Paths = ["a", "a.b", "a/x", "a/y/z", "a-b", "b/c", "b/c.d", "b/e/f/g", "long/" + new string('n', 300), "é"];

    [Fact]
    public void WhatIsStagedIsWhatGitSays() => Gen.Select(Gen.Int, Gen.Int[2, 4], Gen.Int[0, 3]).Sample(
        (seed, version, form) =>
        {
            using var here = new Sandbox(form == 3 ? "sha256" : null);
            var random = new Random(seed);
            if (random.Next(5) > 0) Fill(here, random, 8);
            if (random.Next(5) > 0) here.Git("commit", "--quiet", "--allow-empty", "-m", "1");
            here.Git("update-index", "--index-version", $"{version}");
            Fill(here, random, random.Next(6));
            if (form == 1) here.Git("write-tree");
            if (form == 2 && random.Next(2) == 0) here.File("new", "n").Git("add", "--intent-to-add", "new");

            Of(here, isOurs: true).ShouldBe(Of(here, isOurs: false));
        },
        iter: 60, threads: 1);

    [Theory]
    [InlineData("split", "update-index", "--split-index")]
    [InlineData("sparse", "sparse-checkout", "set", "--cone", "--sparse-index", "kept")]
    public void AFormThatOursDoesNotKnowIsLeftToGit(string form, params string[] command)
    {
        using var here = new Sandbox();
        here.Commit(form, ("kept/a", "1"), ("left/b", "2"));
        here.Git(command);

        IndexFile.Open(here.In(".git", "index"), 20).ShouldBeNull();
    }

    [Fact]
    public void AConflictIsUnmerged()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "1"), ("b", "1"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("2", ("a", "2"), ("b", null));
        here.Git("checkout", "--quiet", "main");
        here.Commit("3", ("a", "3"), ("b", "3"));
        Should.Throw<InvalidOperationException>(() => here.Git("merge", "side"));

        Of(here, isOurs: true).ShouldBe(Of(here, isOurs: false));
    }

    [Fact]
    public void FoldersThatAreUnchangedAreNotRead()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a/x", "1"), ("b/c/y", "2"), ("d", "3"));
        var tree = here.Git("rev-parse", "HEAD:b");
        File.Delete(here.In(".git", "objects", tree[..2], tree[2..]));
        here.File("d", "4").Git("add", "d");

        Of(here, isOurs: true).ShouldHaveSingleItem().ShouldEndWith(" d");
    }

    [Fact]
    public void DamageIsLeftToGitAndNothingIsThrown()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a/x", "1"), ("b/c/y", "2"), ("d", "3"));
        here.File("b/c/y", "4").Git("add", "b/c/y");
        foreach (var version in new[] { 2, 4 })
        {
            here.Git("update-index", "--index-version", $"{version}");
            var path = here.In(".git", "index");
            var bytes = File.ReadAllBytes(path);
            Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Bool).Sample(
                (at, value, isCut) =>
                {
                    File.WriteAllBytes(path, isCut ? bytes[..at] : [.. bytes[..at], value, .. bytes[(at + 1)..]]);
                    Of(here, isOurs: true, mayFail: true);
                },
                iter: 150, threads: 1);
            File.WriteAllBytes(path, bytes);
        }
    }

    private static void Fill(Sandbox here, Random random, int edits)
    {
        for (; edits > 0; edits--)
        {
            var path = Paths[random.Next(Paths.Length)];
            var mode = new[] { "100644", "100755", "120000", "160000" }[random.Next(4)];
            var id = mode == "160000" ? new string('1', here.Git("rev-parse", "--show-object-format") == "sha256" ? 64 : 40) : here.GitWithInput($"{random.Next(3)}", "hash-object", "-w", "--stdin");
            if (random.Next(5) == 0) here.GitWithInput($"0 {new string('0', id.Length)}\t{path}\n", "update-index", "--index-info");
            else here.GitWithInput($"{mode} {id}\t{path}\n", "update-index", "--add", "--replace", "--index-info");
        }
    }

    private static List<string> Of(Sandbox here, bool isOurs, bool mayFail = false)
    {
        var repository = GitRepository.Discover(here.Repository);
        using var git = new CatFileReader(repository);
        using var store = ObjectStore.Open(here.In(".git", "objects"), [], repository.ObjectFormat == "sha256" ? 32 : 20);
        IIndexDiff diff = isOurs ? new StoreIndexDiff(repository, store, git) : new GitIndexDiff(repository);
        var changes = new List<string>();
        var head = repository.Info.Head is { } text && ObjectId.TryParse(text, out var id) ? id : (ObjectId?)null;
        var why = diff.Compare(head, Note, TestContext.Current.CancellationToken);
        if (!mayFail) why.ShouldBeNull();
        changes.Sort(StringComparer.Ordinal);
        return changes;

        // git tells of a path that is only announced as of an empty file, and of removed ones; neither is content.
        void Note(RawChange change)
        {
            if (change.Status != 'D' && !change.Path.SequenceEqual("new"u8)) changes.Add($"{(change.Status == 'U' ? "" : change.Old)} {change.New} {(char)change.Status} {change.NewIsSubmodule} {Encoding.UTF8.GetString(change.Path)}");
        }
    }
}
