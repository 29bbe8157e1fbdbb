using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Stanch.Detection.Scanning;

/// <summary>
/// Searches content of any size in segments. Neighbouring segments overlap by more than any detector's reach, and each reports only what starts in
/// the part that it owns, so that the result is that of one piece.
/// </summary>
internal static class StreamScanner
{
    /// <summary>How far before a secret's start any detector looks: a name, a keyword some lines before.</summary>
    public const int ReachBefore = 8 << 10;

    /// <summary>How far behind a secret's start any detector looks: the longest private key.</summary>
    public const int ReachAfter = 64 << 10;

    private const int SegmentBytes = 4 << 20;

    /// <summary>Reads <paramref name="stream"/> to its end.</summary>
    /// <param name="read">Told how many bytes each segment brought.</param>
    public static List<Candidate> Find(Scanner scanner, Stream stream, ScanScratch scratch, Action<long> read, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SegmentBytes);
        try
        {
            var count = Fill(stream, buffer, 0, read);
            var kind = TextSniffer.Sniff(buffer.AsSpan(0, count));
            return kind is TextKind.Bytes or TextKind.Binary
                ? FindInSegments(scanner, stream, buffer, count, kind == TextKind.Binary, scratch, read, cancellation)
                : FindInWide(scanner, stream, buffer.AsSpan(0, count).ToArray(), kind, scratch, read, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<Candidate> FindInSegments(
        Scanner scanner, Stream stream, byte[] buffer, int count, bool binary, ScanScratch scratch, Action<long> read, CancellationToken cancellation)
    {
        var found = new List<Candidate>();
        var origin = SegmentOrigin.Start;
        var ownedFrom = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var last = count < buffer.Length;
            var ownedTo = last ? count : count - ReachAfter;
            foreach (var candidate in scanner.FindInBytes(buffer.AsSpan(0, count), origin, binary, scratch))
            {
                if (candidate.Start >= ownedFrom && candidate.Start < ownedTo)
                {
                    found.Add(candidate);
                }
            }

            if (last)
            {
                break;
            }

            var keepFrom = ownedTo - ReachBefore;
            origin = Advance(origin, buffer.AsSpan(0, keepFrom));
            buffer.AsSpan(keepFrom, count - keepFrom).CopyTo(buffer);
            ownedFrom = ReachBefore;
            count = Fill(stream, buffer, count - keepFrom, read);
        }

        return found;
    }

    // Wide text is brought into UTF-8 as it comes. Its offsets are those of the UTF-8 form: the original's would need every segment kept.
    private static List<Candidate> FindInWide(
        Scanner scanner, Stream stream, byte[] head, TextKind kind, ScanScratch scratch, Action<long> read, CancellationToken cancellation)
    {
        using var whole = new PrefixedStream(head[TextSniffer.MarkLength(head, kind)..], stream);
        using var utf8 = Encoding.CreateTranscodingStream(whole, Transcoder.EncodingOf(kind), new UTF8Encoding(false), leaveOpen: true);
        var buffer = ArrayPool<byte>.Shared.Rent(SegmentBytes);
        try
        {
            var count = Fill(utf8, buffer, 0, read);
            return FindInSegments(scanner, utf8, buffer, count, binary: false, scratch, read, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static SegmentOrigin Advance(SegmentOrigin origin, ReadOnlySpan<byte> passed)
    {
        var breaks = passed.Count((byte)'\n');
        var lastLine = breaks == 0 ? passed : passed[(passed.LastIndexOf((byte)'\n') + 1)..];
        var units = Utf8.IsValid(lastLine) ? Encoding.UTF8.GetCharCount(lastLine) : lastLine.Length;
        return new SegmentOrigin(origin.Offset + passed.Length, origin.Line + breaks, units + (breaks == 0 ? origin.Column : 1));
    }

    private static int Fill(Stream stream, byte[] buffer, int count, Action<long> read)
    {
        var before = count;
        int got;
        while (count < buffer.Length && (got = stream.Read(buffer, count, buffer.Length - count)) > 0)
        {
            count += got;
        }

        read(count - before);
        return count;
    }
}
