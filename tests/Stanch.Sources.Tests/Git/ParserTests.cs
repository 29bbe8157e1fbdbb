using System.Text;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

/// <summary>What reads git's output and objects reads anything without failing.</summary>
public sealed class ParserTests
{
    private static readonly Gen<string> Hex = Gen.Char["0123456789abcdef"].Array[40].Select(digits => new string(digits));
    private static readonly Gen<byte[]> NearlyACommit = Gen.Select(OneOf("tree ", "parent ", "author ", "committer ", "object ", "type ", "\n", "\n\n", "> 17", " +0100", "commit", "<", " "), Hex, Gen.Byte.Array[0, 6])
        .Select((word, hex, bytes) => (byte[])[.. Encoding.ASCII.GetBytes(word), .. Encoding.ASCII.GetBytes(hex[..(bytes.Length * 6)]), .. bytes]).Array[0, 12]
        .Select(parts => parts.SelectMany(part => part).ToArray());

    [Fact]
    public void IdsGoToTextAndBack() => Gen.OneOf(Hex, Gen.Char["0123456789abcdef"].Array[64].Select(digits => new string(digits))).Sample(hex =>
    {
        ObjectId.TryParse(hex, out var id).ShouldBeTrue();
        id.ToString().ShouldBe(hex);
        Span<byte> text = stackalloc byte[64];
        Encoding.ASCII.GetString(text[..id.Format(text)]).ShouldBe(hex);
    });

    [Fact]
    public void AnyBytesAreACommitOrNone() => NearlyACommit.Sample(bytes =>
    {
        var described = CommitObject.Describe(default, bytes);
        described.Summary.ShouldNotContain('\n');
        CommitObject.TryParseLinks(default, bytes, out _);
        CommitObject.Target(bytes);
    });

    [Theory]
    [InlineData("author A <a@b> 1700000000 +0130", "A <a@b>", "2023-11-14T23:43:20.0000000+01:30")]
    [InlineData("author A <a@b> 1700000000 -9999", "A <a@b>", "2023-11-14T22:13:20.0000000+00:00")]
    [InlineData("author A <a@b> 99999999999999 +0000", "A <a@b>", "9999-12-30T23:59:59.0000000+00:00")]
    [InlineData("author A <a@b> -5 +0000", "A <a@b>", "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData("author A > B <a@b>", "A > B <a@b>", "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData("author nobody", "nobody", "1970-01-01T00:00:00.0000000+00:00")]
    public void OddAuthorsAreShownAsFarAsTheyGo(string line, string author, string date)
    {
        var info = CommitObject.Describe(default, Encoding.ASCII.GetBytes($"tree {new string('1', 40)}\n{line}\n\nmessage\nbody"));

        (info.Author, info.Date.ToString("O"), info.Summary).ShouldBe((author, date, "message"));
    }

    [Fact]
    public void NamesThatAreNotUtf8AreReadAsLatin1() =>
        CommitObject.Describe(default, [.. "author J"u8, 0xf6, .. "rg <j@x> 1 +0000\n\nhi"u8]).Author.ShouldBe("Jörg <j@x>");

    [Fact]
    public void AnyLineIsAHeaderOrNone() => Gen.OneOf(Gen.Byte.Array[0, 80], Gen.Select(Hex, OneOf("blob", "tree", "x"), Gen.Long).Select((id, kind, length) => Encoding.ASCII.GetBytes($"{id} {kind} {length}"))).Sample(bytes =>
    {
        if (ObjectHeader.TryParse(bytes, out var header)) header.Length.ShouldBeGreaterThanOrEqualTo(0);
    });

    [Fact]
    public void AnyLineIsAChangeOrNone() => Gen.OneOf(Gen.Byte.Array[0, 120], Gen.Select(Hex, Hex, Gen.Int[0, 110]).Select((old, @new, cut) => Encoding.ASCII.GetBytes($":100644 160000 {old} {@new} M"[..^Math.Min(cut, 98)]))).Sample(bytes =>
    {
        RawChange.TryParse(bytes, "p"u8, out _);
    });

    [Fact]
    public void AChangeIsReadWhole()
    {
        var (old, @new) = (new string('1', 40), new string('2', 40));
        RawChange.TryParse(Encoding.ASCII.GetBytes($":100644 160000 {old} {@new} T"), "a b"u8, out var change).ShouldBeTrue();
        (change.Old.ToString(), change.New.ToString(), (char)change.Status, change.OldIsSubmodule, change.NewIsSubmodule).ShouldBe((old, @new, 'T', false, true));
    }

    [Fact]
    public void PathsKeepEveryByteApart() => Gen.Select(Gen.Byte.Array[1, 8], Gen.Byte.Array[1, 8]).Sample((x, y) =>
    {
        if (!x.Contains((byte)'\\') && !y.Contains((byte)'\\') && !x.AsSpan().SequenceEqual(y)) PathTable.Text(x).ShouldNotBe(PathTable.Text(y));
    });

    [Fact]
    public void APipeGivesTheSameHoweverItIsCut() => Gen.Select(Gen.Byte[0, 3].Array[0, 300], Gen.Int[1, 9]).Sample((bytes, most) =>
    {
        using var pipe = new PipeBuffer(new Trickle(bytes, most));
        var rest = bytes.AsSpan();
        while (rest.IndexOf((byte)0) is >= 0 and var at)
        {
            pipe.TryReadTo(0, out var line).ShouldBeTrue();
            line.SequenceEqual(rest[..at]).ShouldBeTrue();
            rest = rest[(at + 1)..];
            var count = Math.Min(rest.Length, 3);
            pipe.TryRead(count, out var piece).ShouldBeTrue();
            piece.SequenceEqual(rest[..count]).ShouldBeTrue();
            rest = rest[count..];
        }
        pipe.TryReadTo(0, out _).ShouldBeFalse();
    });

    [Fact]
    public void TwoPiecesComeAtOnceHoweverTheyAreCut() => Gen.Select(Gen.Byte[1, 5].Array[0, 40], Gen.Byte[1, 5].Array[0, 40], Gen.Int[1, 9]).Sample((first, second, most) =>
    {
        using var pipe = new PipeBuffer(new Trickle([.. first, 0, .. second, 0, 9], most));
        pipe.TryReadRecord(out var x, out var y).ShouldBeTrue();
        (x.SequenceEqual(first), y.SequenceEqual(second), pipe.Peek()).ShouldBe((true, true, 9));
    });

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }
}
