using System.Text;
using Stanch.Detection;
using Stanch.Sources.Files;
using Stanch.Sources.Tests.Files;
using Stanch.Sources.Tests.Git;

namespace Stanch.Sources.Tests.StandardInput;

public sealed class PatchTests
{
    private static readonly Gen<string> Line = Gen.OneOf(Gen.Char["ab +-@\\"].Array[0, 4].Select(characters => new string(characters)), Gen.Int[0, 8].Select(i => new[]
    {
        "--- a/x", "+++ b/x", "@@ -1 +1 @@", "diff --git a/x b/x", "", "\\ No newline at end of file", "-- ", "++ b/y", "a longer line of text",
    }[i]));

    [Fact]
    public void AddedLinesStandWhereTheyStandInThePatchedFile() => Gen.Select(Line.Array[0, 30], Line.Array[0, 30], Gen.Bool, Gen.Bool, Gen.Int[0, 4]).Sample(
        (before, after, endsBefore, endsAfter, context) =>
        {
            using var here = new Sandbox();
            here.Commit("1", ("file", Text(before, endsBefore)));
            here.File("file", Text(after, endsAfter));
            var patch = here.Git("diff", $"-U{context}", "--no-color") + "\n";
            var added = Added(Read(patch), "file");
            var expected = here.Git("diff", "-U0", "--no-color").Length == 0 ? [] : after;
            foreach (var (number, text) in added)
            {
                text.ShouldBe(expected[number - 1]);
            }

            var removed = before.GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
            // An empty text behind the last line break is no line.
            var lines = endsAfter || after is not [.., ""] ? after : after[..^1];
            foreach (var line in lines.Except(before))
            {
                added.Select(pair => pair.Text).ShouldContain(line);
            }
        },
        iter: 25);

    [Theory]
    [InlineData("plain")]
    [InlineData("with blank")]
    [InlineData("ünï/cödé")]
    [InlineData("quote\"d")]
    [InlineData("tab\tbed")]
    [InlineData("b/b")]
    [InlineData("a/x b/x")]
    public void APathIsTheOneThatGitWrote(string path)
    {
        foreach (var prefix in new[] { "diff.noprefix=false", "diff.noprefix=true", "diff.mnemonicPrefix=true" })
        {
            using var here = new Sandbox();
            here.Commit("1", (path, "one\n"));
            here.File(path, "one\ntwo\n").File("new/" + path, "three\n");
            here.Git("add", "--intent-to-add", ".");
            var added = Read(here.Git("-c", prefix, "diff", "--no-color") + "\n");
            added.Single(line => line.Text == "two").ShouldBe((path, 2, "two"), prefix);
            added.Single(line => line.Text == "three").ShouldBe(("new/" + path, 1, "three"), prefix);
        }
    }

    [Fact]
    public void ARenamedFileIsCalledByItsNewName()
    {
        using var here = new Sandbox();
        here.Commit("1", ("old name", string.Concat(Enumerable.Range(0, 30).Select(i => $"{i}\n"))));
        File.Move(here.In("old name"), here.In("new name"));
        File.AppendAllText(here.In("new name"), "added\n");
        here.Git("add", "--all");
        Read(here.Git("diff", "--cached", "-M", "--no-color") + "\n").ShouldBe([("new name", 31, "added")]);
    }

    [Fact]
    public void ALogOfPatchesGivesEachCommitsLinesAndItsMessage()
    {
        using var here = new Sandbox();
        here.Commit("first\n\nwith needle-in-message", ("a", "one\n"));
        here.Commit("second", ("a", "zero\none\n"), ("b", "x\n"));
        foreach (var patch in new[] { here.Git("log", "-p", "--no-color"), here.Git("format-patch", "--stdout", "--root", "HEAD") })
        {
            Read(patch + "\n").Order().ShouldBe([("a", 1, "one"), ("a", 1, "zero"), ("b", 1, "x")]);
            var between = Collect(patch + "\n").Pieces.Where(piece => piece.Place is Provenance.StandardInput).ToArray();
            var (line, _) = between.SelectMany(Lines).Single(line => line.Text.Contains("needle-in-message", StringComparison.Ordinal));
            patch.Split('\n')[line - 1].ShouldContain("needle-in-message");
        }
    }

    [Fact]
    public void AMergesCombinedPatchIsRead()
    {
        using var here = new Sandbox();
        here.Commit("0", ("f", "1\n2\n3\n"));
        here.Git("checkout", "--quiet", "-b", "side");
        here.Commit("1", ("f", "1\nside\n3\n"));
        here.Git("checkout", "--quiet", "main");
        here.Commit("2", ("f", "1\nmain\n3\n"));
        Should.Throw<InvalidOperationException>(() => here.Git("merge", "--quiet", "side"));
        here.File("f", "1\nmain\nside\nmerged\n3\n");
        here.Git("commit", "--quiet", "-am", "merge");
        foreach (var format in new[] { "--cc", "-c" })
        {
            Read(here.Git("show", format, "--no-color") + "\n").ShouldBe([("f", 2, "main"), ("f", 3, "side"), ("f", 4, "merged")]);
        }
    }

    [Fact]
    public void BinaryPatchesAreNamedWithTheirFile()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "text\n"));
        File.WriteAllBytes(here.In("image.bin"), [0, 1, 2, 3, 0, 255]);
        here.File("z", "later\n");
        here.Git("add", "--all");
        foreach (var format in new[] { "--binary", "--no-binary" })
        {
            var scan = Collect(here.Git("diff", "--cached", format == "--binary" ? "--binary" : "--no-color") + "\n");
            scan.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("image.bin"), gap => gap.Kind.ShouldBe(GapKind.SpecialFile));
            scan.Pieces.Where(piece => piece.Place is Provenance.Patch).SelectMany(Lines).ShouldBe([(1, "later")]);
        }
    }

    [Fact]
    public void APatchOfPlainDiffIsRead()
    {
        using var tree = new Tree().File("old/f", "one\n").File("new/f", "one\ntwo\n").Shell("diff -u old/f new/f > plain.patch || true; diff -ruN old new > tree.patch || true");
        foreach (var name in new[] { "plain.patch", "tree.patch" })
        {
            Read(File.ReadAllText(Path.Combine(tree.Root, name))).ShouldBe([("new/f", 2, "two")], name);
        }
    }

    [Fact]
    public void LineEndsOfWindowsInTheFileOrInThePatchAreRead()
    {
        using var here = new Sandbox();
        here.Commit("1", ("f", "one\r\n\r\nthree\r\n"));
        here.File("f", "one\r\n\r\nthree\r\nfour\r\n");
        var patch = here.Git("diff", "--no-color") + "\n";
        Read(patch).ShouldBe([("f", 4, "four\r")]);
        Read(patch.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe([("f", 4, "four\r")]);
    }

    [Fact]
    public void AModeChangeAloneGivesNothing()
    {
        using var here = new Sandbox();
        here.Commit("1", ("f", "one\n"));
        here.MakeExecutable("f");
        Read(here.Git("diff", "--no-color") + "\n").ShouldBeEmpty();
    }

    [Fact]
    public void ATextThatOnlyQuotesAPatchLosesNothing()
    {
        const string Text = "# How to\n\n    $ git diff\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n one\n+two\n\nand then needle-after\n--- needle-dashes\nindex needle-index\n";
        var scan = Collect(Text);
        var seen = scan.Pieces.SelectMany(piece => Lines(piece).Select(line => line.Text)).ToArray();
        Text.Split('\n').Where(line => line.Contains("needle", StringComparison.Ordinal)).ShouldAllBe(line => seen.Contains(line));
        Read(Text).ShouldContain(("x", 2, "two"));
    }

    [Fact]
    public void AHunkThatIsShorterThanItSaysEndsWhereItEnds()
    {
        var read = Read("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n one\n+two\ndiff --git a/y b/y\n--- a/y\n+++ b/y\n@@ -0,0 +1 @@\n+three\n");
        read.ShouldBe([("x", 2, "two"), ("y", 1, "three")]);
    }

    [Theory]
    [InlineData("@@ -1 +2147483647,9 @@")]
    [InlineData("@@ -1,2147483647 +1,2147483647 @@")]
    [InlineData("@@ -1 +99999999999999 @@")]
    [InlineData("@@ - + @@")]
    [InlineData("@@@@@@@@@@@@@@@@@@@@")]
    public void AHeaderThatCannotBeTrueIsNone(string header) => Should.NotThrow(() => Read($"diff --git a/x b/x\n--- a/x\n+++ b/x\n{header}\n+one\n+two\n"));

    [Fact]
    public void NoTextMakesItThrowOrLoop() => Gen.OneOf(Line, Gen.Int[0, 13].Select(i => new[]
    {
        "@@ -1,3 +1,9 @@", "@@@ -1,2 -1,3 +1,4 @@@", "GIT binary patch", "literal 12", "delta 3", "Binary files a/x and b/x differ", "diff --cc x", "diff --combined", "diff --git ", "rename to \"x\\", "+++ \"", "--- ", "diff --git a", "\r",
    }[i])).Array[0, 40].Sample(lines =>
    {
        var text = "diff --git a/x b/x\n" + string.Join('\n', lines);
        foreach (var piece in Collect(text).Pieces)
        {
            piece.FirstLine.ShouldBeGreaterThanOrEqualTo(0);
        }
    });

    [Fact]
    public void TextThatIsNoPatchIsOnePiece()
    {
        var scan = Collect("password\n--- not a patch\n");
        scan.Pieces.ShouldHaveSingleItem().Place.ShouldBeOfType<Provenance.StandardInput>();
        Collect("").Pieces.ShouldHaveSingleItem().Length.ShouldBe(0);
    }

    [Fact]
    public void LongInputThatIsNoPatchIsStreamed()
    {
        var scan = Collect(new string('x', 3 << 20));
        scan.Pieces.ShouldHaveSingleItem().ShouldSatisfyAllConditions(piece => piece.IsStream.ShouldBeTrue(), piece => piece.Length.ShouldBe(3 << 20));
    }

    [Fact]
    public void ALongHunkIsHandedOnInPartsThatOverlap()
    {
        var lines = Enumerable.Range(1, 400_000).Select(i => $"line {i} {new string('x', 80)}").ToArray();
        var patch = $"diff --git a/x b/x\n--- /dev/null\n+++ b/x\n@@ -0,0 +1,{lines.Length} @@\n{string.Concat(lines.Select(line => $"+{line}\n"))}";
        var pieces = Collect(patch).Pieces.Where(piece => piece.Place is Provenance.Patch).ToArray();
        pieces.Length.ShouldBeGreaterThan(1);
        pieces.ShouldAllBe(piece => piece.Length < 20 << 20);
        var seen = pieces.SelectMany(Lines).ToArray();
        seen.ShouldAllBe(line => line.Text == lines[line.Number - 1]);
        seen.Select(line => line.Number).Distinct().Count().ShouldBe(lines.Length);
    }

    [Fact]
    public void InputThatBreaksOffIsNamed()
    {
        var collected = new Collected();
        var request = new SourceRequest(["-"]) { OpenStandardInput = () => new Broken() };
        new FilesSource().Walk(request, collected, TestContext.Current.CancellationToken);
        collected.Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Unreadable);
    }

    private static Collected Collect(string text)
    {
        var collected = new Collected();
        var request = new SourceRequest(["-"]) { OpenStandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes(text)) };
        new FilesSource().Walk(request, collected, TestContext.Current.CancellationToken);
        return collected;
    }

    private static (string Path, int Line, string Text)[] Read(string patch) =>
    [
        .. Collect(patch).Pieces.Where(piece => piece.Place is Provenance.Patch).SelectMany(piece =>
            Lines(piece).Where(line => piece.NewLines?.Contains(line.Number) ?? true).Select(line => (piece.Place.Path, line.Number, line.Text))),
    ];

    private static (int Number, string Text)[] Added((string Path, int Line, string Text)[] read, string path)
    {
        read.ShouldAllBe(line => line.Path == path);
        return [.. read.Select(line => (line.Line, line.Text))];
    }

    private static (int Number, string Text)[] Lines(Collected.Piece piece) =>
        [.. Encoding.UTF8.GetString(piece.Content).Split('\n')[..^1].Select((text, index) => (piece.FirstLine + index, text))];

    private static string Text(string[] lines, bool ends) => string.Join('\n', lines) + (ends && lines.Length > 0 ? "\n" : "");

    private sealed class Broken : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("Broken pipe");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");
    }
}
