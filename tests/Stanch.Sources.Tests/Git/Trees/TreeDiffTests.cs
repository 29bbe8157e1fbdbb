using System.Diagnostics;
using System.Text;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git.Trees;

public sealed class TreeDiffTests
{
    private static readonly ObjectId Nothing = ObjectId.ParseOrNull("4b825dc642cb6eb9a060e54bf8d69288fbee4904"u8);
    private static readonly string[] Names = ["a", "a.b", "a-b", "a0", "b", "ab", "é", "A", "a b"];
    private static readonly string[] Modes = ["100644", "100755", "120000", "160000", "100664", "40000", "40000", "40000"];

    /// <summary>A tree as numbers: its shape is made of a seed, its neighbours of few edits.</summary>
    [Fact]
    public void TheDifferencesAreGits() => Gen.Select(Gen.Int, Gen.Int[1, 6], Gen.Int[1, 3]).Sample(
        (seed, versions, jobs) =>
        {
            using var here = new Sandbox(bare: true);
            var store = new TreeStore(here);
            var random = new Random(seed);
            var trees = new List<ObjectId> { Nothing };
            for (var i = 0; i < versions; i++) trees.Add(Grow(store, random, depth: 3));
            var pairs = trees.SelectMany(old => trees.Where(@new => @new != old).Select(@new => (old, @new))).ToArray();
            if (random.Next(2) == 0 && trees.Count > 1)
            {
                foreach (var tree in trees.Skip(1)) here.Git("update-ref", $"refs/t/{tree}", tree.ToString());
                here.Git("repack", "-adq");
            }

            var (changes, failures) = store.Compare(pairs, jobs: jobs);

            failures.ShouldBeEmpty();
            changes.Order(StringComparer.Ordinal).ShouldBe(pairs.SelectMany((pair, number) => OfGit(here, number, pair)).Order(StringComparer.Ordinal));
        },
        iter: 25, threads: 1);

    [Fact]
    public void OnlyChangesThatMatterAreTold()
    {
        using var here = new Sandbox(bare: true);
        var store = new TreeStore(here);
        var (dull, wanted) = (store.Blob("dull"), store.Blob("wanted"));
        var folder = store.Tree([("100644", "dull", dull), ("100644", "wanted", wanted)]);
        var dullFolder = store.Tree([("100644", "x", dull)]);
        var first = store.Tree([("40000", "a", dullFolder), ("40000", "b", folder), ("160000", "c", dull)]);
        var second = store.Tree([("40000", "a", dullFolder), ("40000", "b", dullFolder)]);

        store.Compare([(Nothing, first), (first, second), (Nothing, first)], id => id == wanted).Changes.ShouldBe(
        [
            $"0 {TreeStore.Id(default)} {wanted} A b/wanted", $"0 {TreeStore.Id(default)} {dull} A c",
            $"1 {wanted} {TreeStore.Id(default)} D b/wanted", $"1 {dull} {TreeStore.Id(default)} D c",
            $"2 {TreeStore.Id(default)} {wanted} A b/wanted", $"2 {TreeStore.Id(default)} {dull} A c",
        ]);
    }

    [Fact]
    public void ATreeOfMorePathsThanAtomsEnds()
    {
        using var here = new Sandbox(bare: true);
        var store = new TreeStore(here);
        var blob = store.Blob("dull");
        var (bomb, other) = (store.Tree([("100644", "f", blob)]), store.Tree([("100755", "g", blob)]));
        for (var i = 0; i < 100; i++)
        {
            bomb = store.Tree(Enumerable.Range(0, 10).Select(n => ("40000", $"d{n}", bomb)));
            other = store.Tree(Enumerable.Range(0, 10).Select(n => ("40000", $"d{n}", other)));
        }

        var (changes, failures) = store.Compare([(Nothing, bomb), (bomb, other), (other, Nothing)], _ => false);

        changes.ShouldBeEmpty();
        failures.ShouldBeEmpty();
    }

    [Fact]
    public void FoldersThatAreNestedTooDeepAreNamedAndTheRestIsCompared()
    {
        using var here = new Sandbox(bare: true);
        var store = new TreeStore(here);
        var blob = store.Blob("x");
        var deep = store.Tree([("100644", "f", blob)]);
        for (var i = 0; i < 3000; i++) deep = store.Tree([("40000", "d", deep)]);
        var root = store.Tree([("40000", "d", deep), ("100644", "e", blob)]);

        var (changes, failures) = store.Compare([(Nothing, root)]);

        changes.ShouldBe([$"0 {TreeStore.Id(default)} {blob} A e"]);
        failures.ShouldHaveSingleItem().Why.ShouldContain("nested");
    }

    [Fact]
    public void ADamagedFolderIsNamedAndTheRestIsCompared()
    {
        using var here = new Sandbox(bare: true);
        var store = new TreeStore(here);
        var blob = store.Blob("x");
        var absent = ObjectId.ParseOrNull("1111111111111111111111111111111111111111"u8);
        var root = store.Tree([("40000", "a", absent), ("40000", "b", store.Write("tree", "100644 cut off"u8.ToArray())), ("40000", "c", blob), ("100644", "e", blob)]);

        var (changes, failures) = store.Compare([(Nothing, root), (root, Nothing)]);

        changes.ShouldBe([$"0 {TreeStore.Id(default)} {blob} A e", $"1 {blob} {TreeStore.Id(default)} D e"]);
        failures.Select(failure => failure.Number).ShouldBe([0, 1]);
    }

    [Fact]
    public void AnyBytesAreATreeOrDamage() => Gen.Select(Gen.Byte.Array[0, 80], Gen.Byte.Array[0, 80], Gen.Int[0, 60]).Sample(
        (x, y, cut) =>
        {
            using var here = new Sandbox(init: false);
            Directory.CreateDirectory(here.In("objects"));
            here.Git("init", "--quiet", "--bare");
            var store = new TreeStore(here);
            byte[] head = [.. "100644 a\0"u8, .. new byte[20], .. "40000 b\0"u8, .. new byte[20]];
            store.Compare([(store.Write("tree", [.. head[..Math.Min(cut, head.Length)], .. x]), store.Write("tree", [.. head[..Math.Min(cut, head.Length)], .. y]))]);
        },
        iter: 60, threads: 1);

    private static ObjectId Grow(TreeStore store, Random random, int depth)
    {
        var entries = new List<(string Mode, string Name, ObjectId Id)>();
        foreach (var name in Names)
        {
            if (random.Next(3) > 0) continue;
            var mode = Modes[random.Next(Modes.Length)];
            if (mode == "40000" && depth == 0) mode = "100644";
            entries.Add((mode, name, mode == "40000" ? Grow(store, random, depth - 1) : store.Blob($"{random.Next(4)}")));
        }
        entries.Sort((x, y) => string.CompareOrdinal(Key(x), Key(y)));
        return store.Tree(entries.Select(entry => (entry.Mode, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(entry.Name)), entry.Id)));

        static string Key((string Mode, string Name, ObjectId Id) entry) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(entry.Name)) + (entry.Mode == "40000" ? "/" : "");
    }

    private static IEnumerable<string> OfGit(Sandbox here, int number, (ObjectId Old, ObjectId New) pair)
    {
        var start = new ProcessStartInfo("git", ["diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", pair.Old.ToString(), pair.New.ToString()])
        {
            WorkingDirectory = here.Repository,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.Latin1,
        };
        using var process = Process.Start(start)!;
        var pieces = process.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return pieces.Chunk(2).Select(pair => $"{number} {pair[0][15..]} {pair[1]}");
    }
}
