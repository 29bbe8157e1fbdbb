using System.Security.Cryptography;
using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

public sealed class StreamScannerTests
{
    private static readonly SegmentSizes Small = new(45_000, 14_000, 14_000);

    [Fact]
    public void AStreamGivesWhatTheWholeGives() => Gen.Select(Samples.Text(300, 1500), Gen.Int[0, 4], Gen.Bool, Gen.Int[1, 50_000]).Sample(
        (text, encoding, marked, chunk) =>
        {
            var wide = new Encoding[] { new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, false) }[encoding];
            var body = text + string.Concat(Enumerable.Repeat("a line of filler\n", 3000)) + text + string.Concat(Enumerable.Repeat("y.", 25_000)) + text; // no run: one longer than these segments overlap would be cut
            byte[] content = [.. marked ? wide.GetBytes("\uFEFF") : [], .. wide.GetBytes("plain words to begin with\n" + body)];
            ShouldBeTheSame(content, chunk);
        },
        iter: 40);

    [Fact]
    public void BytesThatAreNoTextGiveInAStreamWhatTheWholeGives() => Gen.Select(Samples.Text(200, 800), Gen.Byte.Array[60_000], Gen.Int[0, 2]).Sample(
        (text, noise, kind) =>
        {
            var latin = Encoding.Latin1.GetBytes(text);
            byte[] content = kind == 0 ? [.. latin, .. noise, .. latin] : kind == 1 ? [0, 1, .. latin, .. noise, .. latin] : [.. latin, .. Enumerable.Repeat((byte)0xE9, 70_000), .. latin];
            ShouldBeTheSame(content, 1 << 14);
        },
        iter: 25);

    [Fact]
    public void ALongKeyAcrossTheBorderOfSegmentsIsFoundOnceAndCoversWhatStandsInIt()
    {
        using var rsa = RSA.Create(4096);
        var pem = rsa.ExportRSAPrivateKeyPem().Replace("\n", "\npassword=", StringComparison.Ordinal).Replace("password=-----END", "-----END", StringComparison.Ordinal);
        var scanner = new Scanner([.. Detectors.All, Detectors.Key]);
        foreach (var shift in new[] { -70_000, -64_000, -3_000, -100, 100 })
        {
            var content = Encoding.ASCII.GetBytes(new string('.', SegmentSizes.Default.Segment + shift) + "\n" + pem + "\n" + new string('.', 200_000));
            var found = Streamed(content, SegmentSizes.Default, scanner, 1 << 20);
            found.ShouldBe(Whole(content, scanner));
            found.ShouldHaveSingleItem().ShouldStartWith("private-key");
        }
    }

    [Fact]
    public void AStreamAsLongAsASegmentEndsThere() => Samples.Token.Sample(
        secret =>
        {
            foreach (var length in new[] { Small.Segment - 1, Small.Segment, Small.Segment + 1, Small.Segment - Small.After, 2 * Small.Segment - Small.Before - Small.After })
            {
                var content = Encoding.ASCII.GetBytes(new string('.', length - secret.Length) + secret);
                Streamed(content, Small, Detectors.Scanner, int.MaxValue).ShouldBe(Whole(content, Detectors.Scanner));
            }
        },
        iter: 3);

    [Fact]
    public void EveryByteIsCountedOnce() => Gen.Select(Gen.Int[0, 200_000], Gen.Bool).Sample(
        (length, wide) =>
        {
            var content = wide ? Encoding.Unicode.GetBytes(new string('a', length)) : new byte[length];
            long count = 0;
            new StreamScanner(Detectors.Scanner, new MemoryStream(content), new ScanScratch(), Small).Read(read => count += read, CancellationToken.None).ShouldBeTrue();
            count.ShouldBe(content.Length);
        },
        iter: 20);

    [Fact]
    public void WhatWasFoundBeforeAStreamBreaksOffIsKept() => Samples.Token.Sample(
        secret =>
        {
            var session = new ScanSession(Detectors.Scanner);
            var start = Encoding.ASCII.GetBytes(secret + new string('.', 10 << 20));
            Should.Throw<IOException>(() => session.AcceptStream(new Torn(start), new Provenance.File("f")));
            session.Findings().ShouldHaveSingleItem().Secret.Reveal().ShouldBe(secret);
        },
        iter: 1);

    [Fact]
    public void AStreamThatIsStoppedSaysSo()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var session = new ScanSession(Detectors.Scanner, source.Token);
        session.AcceptStream(new MemoryStream(new byte[100]), new Provenance.File("f"));
        session.Coverage().Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("f"), gap => gap.Kind.ShouldBe(GapKind.Interrupted));
    }

    [Fact]
    public void ALongLineIsLinear()
    {
        // 64 MB on one line with a secret every kilobyte: what counts from the line's start for each would take hours.
        var random = new Random(7);
        var line = new StringBuilder();
        for (var i = 0; i < 65_536; i++)
        {
            line.Append("tok_").Append(string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('a' + random.Next(26))))).Append(' ', 1000);
        }

        var stream = new StreamScanner(Detectors.Scanner, new MemoryStream(Encoding.ASCII.GetBytes(line.ToString())), new ScanScratch(), SegmentSizes.Default);
        stream.Read(_ => { }, CancellationToken.None);
        stream.Found.Count.ShouldBe(65_536);
        stream.Found[^1].Location.Column.ShouldBe(65_535 * 1024 + 1);
    }

    // A segment knows the secrets in its own reach only, so it may hide fewer copies of far ones in the lines it shows.
    private static void ShouldBeTheSame(byte[] content, int chunk)
    {
        var (streamed, whole) = (Streamed(content, Small, Detectors.Scanner, chunk, Detectors.DescribeInClear), Whole(content, Detectors.Scanner, Detectors.DescribeInClear));
        whole.Except(streamed).ShouldBeEmpty();
        streamed.Except(whole).ShouldBeEmpty();
        streamed.ShouldBe(whole);
    }

    private static string[] Whole(byte[] content, Scanner scanner, Func<Candidate, string>? describe = null) =>
        [.. scanner.Find(content, SegmentOrigin.Start, new ScanScratch()).Select(describe ?? Detectors.Describe)];

    private static string[] Streamed(byte[] content, SegmentSizes sizes, Scanner scanner, int chunk, Func<Candidate, string>? describe = null)
    {
        var stream = new StreamScanner(scanner, new Slow(content, chunk), new ScanScratch(), sizes);
        stream.Read(_ => { }, CancellationToken.None).ShouldBeTrue();
        return [.. stream.Found.Select(describe ?? Detectors.Describe)];
    }

    private sealed class Slow(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }

    private sealed class Torn(byte[] content) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is var got and > 0 ? got : throw new IOException("Input/output error");
    }
}
