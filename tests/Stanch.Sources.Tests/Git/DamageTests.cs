using Stanch.Detection;

namespace Stanch.Sources.Tests.Git;

/// <summary>A damaged part is named, and the rest is read.</summary>
public sealed class DamageTests
{
    [Fact]
    public void ADamagedLooseBlobIsNamedByItsPathAndTheScanGoesOn()
    {
        using var here = Repository();
        Damage(here, here.Git("rev-parse", "HEAD:dir/b"));

        var needles = Scan.Of(here.Repository, jobs: 1);

        needles.Words.ShouldBe(["needle-a", "needle-c"]);
        needles.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("dir/b"), gap => gap.Kind.ShouldBe(GapKind.Corrupt), gap => gap.IsFailure.ShouldBeTrue());
    }

    [Fact]
    public void ABlobWhoseContentBreaksOffIsNamedAndTheScanGoesOn()
    {
        using var here = new Sandbox();
        var noise = new byte[300_000];
        new Random(1).NextBytes(noise);
        here.Commit("1", ("a", "needle-a"), ("b", Convert.ToHexString(noise)), ("c", "needle-c"));
        var file = LooseFile(here, here.Git("rev-parse", "HEAD:b"));
        var bytes = System.IO.File.ReadAllBytes(file);
        Overwrite(file, bytes[..(bytes.Length / 2)]);

        var needles = Scan.Of(here.Repository, jobs: 1);

        needles.Words.ShouldBe(["needle-a", "needle-c"]);
        needles.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("b"), gap => gap.Kind.ShouldBe(GapKind.Corrupt));
    }

    [Fact]
    public void ADamagedTreeCostsItsCommitOnly()
    {
        using var here = Repository();
        here.Commit("4", ("dir/b", "changed"), ("d", "needle-d"));
        Damage(here, here.Git("rev-parse", "HEAD~:dir"));

        var needles = Scan.Of(here.Repository);

        needles.Words.ShouldContain("needle-a");
        needles.Words.ShouldContain("needle-d");
        needles.Words.ShouldContain("needle-b", "its tree is unreadable, so no path is known, but it is not dropped");
        needles.Gaps.ShouldContain(gap => gap.Kind == GapKind.Corrupt && gap.Detail.Contains("cannot be made out"));
    }

    [Fact]
    public void ADamagedCommitIsNamedAndTheHistoryOnBothSidesRead()
    {
        using var here = Repository();
        var middle = here.Git("rev-parse", "HEAD~");
        Damage(here, middle);

        var needles = Scan.Of(here.Repository);

        needles.Gaps.ShouldContain(gap => gap.Path == middle && gap.Kind == GapKind.Corrupt);
        needles.Words.ShouldBe(["needle-a", "needle-b", "needle-c"]);
    }

    [Fact]
    public void AMissingBlobIsAFailure()
    {
        using var here = Repository();
        System.IO.File.Delete(LooseFile(here, here.Git("rev-parse", "HEAD:dir/b")));

        var needles = Scan.Of(here.Repository);

        needles.Words.ShouldBe(["needle-a", "needle-c"]);
        needles.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("dir/b"), gap => gap.Kind.ShouldBe(GapKind.Absent));
    }

    [Theory]
    [InlineData("*.pack")]
    [InlineData("*.idx")]
    public void ADamagedPackOrItsIndexIsAFailureAndLooseObjectsAreRead(string file)
    {
        using var here = Repository();
        here.Git("gc", "--quiet");
        here.Commit("loose", ("loose", "needle-loose"));
        var path = Directory.GetFiles(here.In(".git", "objects", "pack"), file).Single();
        var bytes = System.IO.File.ReadAllBytes(path);
        Overwrite(path, bytes[..(bytes.Length / 3)]);

        var needles = Scan.Of(here.Repository);

        needles.Words.ShouldContain("needle-loose");
        needles.Gaps.ShouldContain(gap => gap.IsFailure);
    }

    [Fact]
    public void ADamagedDeltaBaseCostsItsObjectsOnly()
    {
        using var here = new Sandbox();
        var text = string.Join('\n', Enumerable.Range(0, 500).Select(i => $"line {i * 7919}"));
        for (var i = 0; i < 6; i++) here.Commit($"{i}", ("a", $"{text}\nneedle-{i}"), ($"other{i}", $"needle-x{i}"));
        here.Git("gc", "--quiet");
        var path = Directory.GetFiles(here.In(".git", "objects", "pack"), "*.pack").Single();
        var entry = here.Git("verify-pack", "-v", path.Replace(".pack", ".idx", StringComparison.Ordinal)).Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length == 5 && parts[1] == "blob").OrderByDescending(parts => int.Parse(parts[3])).First();
        var bytes = System.IO.File.ReadAllBytes(path);
        for (var i = 0; i < 40; i++) bytes[int.Parse(entry[4]) + (int.Parse(entry[3]) / 2) + i] ^= 0x5a;
        Overwrite(path, bytes);

        var needles = Scan.Of(here.Repository, jobs: 1);

        for (var i = 0; i < 6; i++) needles.Words.ShouldContain($"needle-x{i}");
        needles.Gaps.ShouldContain(gap => gap.Path == "a" && gap.Kind == GapKind.Corrupt);
    }

    [Fact]
    public void ARefToNothingIsNamed()
    {
        using var here = Repository();
        System.IO.File.WriteAllText(here.In(".git", "refs", "heads", "broken"), new string('1', 40) + "\n");
        System.IO.File.WriteAllText(here.In(".git", "refs", "heads", "garbage"), "garbage\n");

        var needles = Scan.Of(here.Repository);

        needles.Words.ShouldBe(["needle-a", "needle-b", "needle-c"]);
        needles.Gaps.ShouldContain(gap => gap.Path == "refs/heads/broken");
        needles.Gaps.ShouldContain(gap => gap.Detail.Contains("refs/heads/garbage"));
    }

    [Fact]
    public void ARepositoryThatGitRefusesIsAnError()
    {
        using var here = Repository();
        System.IO.File.AppendAllText(here.In(".git", "config"), "[core\n");
        // Refs that are as they should be are read without git.
        here.File(".git/refs/heads/dangling", "ref: refs/heads/nowhere");

        Should.Throw<SourceException>(() => Scan.Of(here.Repository)).Message.ShouldContain("git cannot read the repository");
    }

    private static Sandbox Repository()
    {
        var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));
        here.Commit("2", ("dir/b", "needle-b"));
        here.Commit("3", ("c", "needle-c"));
        return here;
    }

    private static string LooseFile(Sandbox here, string id) => here.In(".git", "objects", id[..2], id[2..]);

    private static void Damage(Sandbox here, string id) => Overwrite(LooseFile(here, id), [1, 2, 3]);

    private static void Overwrite(string file, byte[] bytes)
    {
        System.IO.File.SetAttributes(file, FileAttributes.Normal);
        System.IO.File.WriteAllBytes(file, bytes);
    }
}
