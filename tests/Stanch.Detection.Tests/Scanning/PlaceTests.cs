using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>Where a secret stands: offset, line and column, in every encoding and beside every character.</summary>
public sealed class PlaceTests
{
    private static readonly Encoding[] Encodings = [new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, false)];

    [Theory]
    [InlineData("“", "”")]
    [InlineData("，", "，")]
    [InlineData("é", "é")]
    [InlineData("😀", "😀")]
    [InlineData("日", "本")]
    [InlineData("", "")]
    [InlineData("\"", "\"")]
    [InlineData("=", ";")]
    [InlineData("\u00a0", "\u00a0")]
    [InlineData("\n", "\r\n")]
    [InlineData("\0", "\0")]
    public void ASecretIsFoundBesideAnyCharacterThatIsNoWordCharacter(string before, string after) => Gen.OneOf(Samples.Token, Samples.Identifier, Samples.Around).Sample(
        secret => Detectors.Find(Samples.Utf8(before + secret + after)).ShouldHaveSingleItem().Secret.Reveal().ShouldBe(secret),
        iter: 10);

    [Theory]
    [InlineData("a", "")]
    [InlineData("", "a")]
    [InlineData("_", "")]
    [InlineData("", "9")]
    public void ASecretWithinAWordIsNone(string before, string after) => Samples.Token.Sample(secret => Detectors.Find(Samples.Utf8(before + secret + after)).ShouldBeEmpty(), iter: 10);

    // What fails at its end may cover the start of one that holds.
    [Fact]
    public void AMatchBehindOneThatFailsIsFound() => Samples.Around.Sample(secret =>
        Detectors.Find(Samples.Utf8($"01234567-delta-0123456789abcf-{secret}")).ShouldHaveSingleItem().Secret.Reveal().ShouldBe(secret));

    [Fact]
    public void OffsetLineAndColumnAreThoseOfTheText() => Gen.Select(Samples.Text(1, 60), Gen.Int[0, Encodings.Length - 1], Gen.Bool).Sample((text, encoding, marked) =>
    {
        // Without a mark wide text must show itself: some ASCII in front does.
        var whole = marked ? text : "plain words to begin with: " + text;
        var mark = marked ? Encodings[encoding].GetBytes("\uFEFF") : [];
        byte[] content = [.. mark, .. Encodings[encoding].GetBytes(whole)];
        var found = Detectors.Find(content);
        found.Select(candidate => (candidate.Detector.Id, candidate.Secret.Reveal())).ShouldBe(Detectors.Find(Samples.Utf8(whole)).Select(candidate => (candidate.Detector.Id, candidate.Secret.Reveal())));
        foreach (var candidate in found)
        {
            var (offset, length) = ((int)candidate.Location.ByteOffset, candidate.Location.ByteLength);
            var shown = Encodings[encoding].GetString(content, offset, length);
            shown.ShouldBe(candidate.Decoded.Count == 0 ? candidate.Secret.Reveal() : shown);
            var start = Encodings[encoding].GetString(content, mark.Length, offset - mark.Length).Length;
            CheckPlace(candidate, whole, start, start + shown.Length);
        }
    });

    [Fact]
    public void ALineThatIsNoUtf8CountsItsBytes() => Gen.Select(Samples.Token, Gen.Int[0, 20]).Sample((secret, count) =>
    {
        byte[] content = [.. "é\n"u8, .. Enumerable.Repeat((byte)0xE9, count), (byte)'=', .. Samples.Utf8(secret), (byte)'\n'];
        var location = Detectors.Find(content).ShouldHaveSingleItem().Location;
        (location.Line, location.Column, location.EndColumn).ShouldBe((2, count + 2, count + 2 + secret.Length));
    });

    [Fact]
    public void AMarkOfUtf8IsInNoColumn() => Samples.Token.Sample(secret =>
    {
        var location = Detectors.Find([0xEF, 0xBB, 0xBF, .. Samples.Utf8(secret)]).ShouldHaveSingleItem().Location;
        (location.Line, location.Column, location.ByteOffset).ShouldBe((1, 1, 3L));
    });

    // A line ends at a line feed, as git and editors' grep have it; a carriage return by itself ends none.
    [Theory]
    [InlineData("a\r\n", 2, 1)]
    [InlineData("a\r", 1, 3)]
    [InlineData("a\n\r", 2, 2)]
    [InlineData("\t\t", 1, 3)]
    [InlineData("😀 ", 1, 4)]
    [InlineData("日本 ", 1, 4)]
    [InlineData("é\n😀=", 2, 4)]
    public void LinesAndColumnsAreCountedInUtf16Units(string before, int line, int column) => Samples.Token.Sample(
        secret =>
        {
            var location = Detectors.Find(Samples.Utf8(before + secret)).ShouldHaveSingleItem().Location;
            (location.Line, location.Column).ShouldBe((line, column));
        },
        iter: 3);

    [Fact]
    public void ASecretOverSeveralLinesEndsWhereItsLastCharacterStands()
    {
        var reader = new LineReader("ab\ncde\nfg"u8, SegmentOrigin.Start);
        reader.Locate(1, 5).ShouldBe(new Location(1, 2, 2, 3, 1, 4));
        reader = new LineReader("ab\ncde\nfg"u8, SegmentOrigin.Start);
        reader.Locate(1, 3).ShouldBe(new Location(1, 2, 1, 4, 1, 2));
    }

    [Fact]
    public void AnyBytesHaveThePlacesThatCountingGives() => Gen.Select(Gen.OneOf(Gen.Byte, Gen.Char["\n\ra é"].Select(c => (byte)c), Gen.Int[0, 5].Select(i => new byte[] { 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98 }[i])).Array[1, 80], Gen.Int[0, 79].Array[1, 20]).Sample(
        (content, cuts) =>
        {
            var reader = new LineReader(content, SegmentOrigin.Start);
            var places = cuts.Select(cut => cut % content.Length).Distinct().Order().ToArray();
            for (var i = 0; i < places.Length; i++)
            {
                var end = i + 1 < places.Length ? places[i + 1] : content.Length;
                var location = reader.Locate(places[i], end);
                location.Line.ShouldBe(1 + content[..places[i]].Count(b => b == '\n'));
                location.EndLine.ShouldBe(1 + content[..(end - 1)].Count(b => b == '\n'));
                location.Column.ShouldBeInRange(1, places[i] + 1);
            }
        });

    [Fact]
    public void ASecretIsFoundAcrossEveryBorderOfTheBlocksAndLanes() => Samples.Token.Sample(
        secret =>
        {
            var scratch = new ScanScratch();
            var content = new byte[140_000];
            foreach (var border in new[] { 0, 16384, 32768, 49152, 65536, 65536 + 16384, 131072, content.Length })
            {
                for (var shift = -30; shift <= 6; shift++)
                {
                    var at = border + shift;
                    if (at < 0 || at + secret.Length > content.Length)
                    {
                        continue;
                    }

                    content.AsSpan().Fill((byte)'.');
                    Samples.Utf8(secret).CopyTo(content, at);
                    Detectors.Scanner.Find(content, SegmentOrigin.Start, scratch).ShouldHaveSingleItem().Location.ByteOffset.ShouldBe(at);
                }
            }
        },
        iter: 1);

    [Fact]
    public void BinaryContentIsSearchedForFormatsThatAreSpecificByThemselves() => Gen.Select(Samples.Token, Samples.Assigned, Samples.Near).Sample((token, assigned, near) =>
    {
        byte[] content = [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3, 0, 0, 9, .. Samples.Utf8(token), 0, .. Samples.Utf8(assigned), 0, .. Samples.Utf8(near), 0, 1, 2, 3];
        var candidate = Detectors.Find(content).ShouldHaveSingleItem();
        candidate.Detector.Id.ShouldBe("acme-token");
        candidate.Reasons.ShouldContain(Reason.Binary);
    });

    [Fact]
    public void WideTextOfAnotherScriptIsRecognisedWithoutAMark() => Samples.Token.Sample(secret =>
    {
        var text = string.Concat(Enumerable.Repeat("日本語の長い文章です。", 40)) + "\n" + secret + "\n";
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var candidate = Detectors.Find(encoding.GetBytes(text)).ShouldHaveSingleItem();
            (candidate.Secret.Reveal(), candidate.Location.Line, candidate.Location.Column).ShouldBe((secret, 2, 1));
        }
    }, iter: 5);

    [Fact]
    public void NoBytesAreTakenForATextThatThrows() => Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)0xFF), Gen.Const((byte)0xFE), Gen.Const((byte)0xD8), Gen.Const((byte)'t')).Array[0, 200].Sample(bytes =>
    {
        foreach (var mark in new byte[][] { [], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF] })
        {
            Detectors.Find([.. mark, .. bytes]);
        }
    });

    private static void CheckPlace(Candidate candidate, string text, int start, int end)
    {
        var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        candidate.Location.Line.ShouldBe(1 + text.AsSpan(0, start).Count('\n'));
        candidate.Location.Column.ShouldBe(1 + start - lineStart);
        var endLineStart = text.LastIndexOf('\n', Math.Max(end - 2, 0)) + 1;
        candidate.Location.EndColumn.ShouldBe(1 + end - Math.Max(lineStart, endLineStart));
    }
}
