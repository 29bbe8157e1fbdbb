using System.Buffers;
using System.IO.Compression;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Decoding;

/// <summary>Decodes runs of base 64 and of hexadecimal digits, and what is in them: gzip, UTF-16.</summary>
internal static class BlockDecoder
{
    /// <summary>Most bytes of one run that are decoded: a Helm release of usual size. What follows is passed over. Segments of a stream overlap by more.</summary>
    public const int MostEncoded = 256 << 10;

    /// <summary>Most bytes that one run of gzip may become, whatever it holds: a bomb costs no more.</summary>
    public const int MostInflated = 4 << 20;

    // Text becomes rarely more than 20 times shorter; only a bomb goes beyond.
    private const int MostRatio = 32;
    private const int LeastInflated = 4096;

    // A lone word is judged with the name that it was given to; longer text brings its own names.
    private const int MostWord = 512;
    private const int NameReach = 128;

    // Wrapped lines are 64 or 76 characters long; shorter ones are neighbours.
    private const int LeastWrapped = 40;

    /// <returns>False where it does not decode to text.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> content, EncodedPiece piece, DecodedText text)
    {
        var end = piece.Encoding == TextEncoding.Hex ? DecodeHex(content, piece, text) : DecodeBase64(content, piece, text);
        text.SetBlock(piece.Start, end, Math.Min(end, piece.Start + MostEncoded));
        text.Steps.Add(piece.Encoding == TextEncoding.Hex ? TextEncoding.Hex : KindOf(content, piece.Start));
        if (text.Length == 0)
        {
            return false;
        }

        if (RunGate.IsGzip(text.Bytes))
        {
            Inflate(text, end - piece.Start);
            text.Steps.Add(TextEncoding.Gzip);
            text.IsInflated = true;
        }

        if (text.Length >= 4 && TextSniffer.Sniff(text.Bytes) is var kind and not (TextKind.Bytes or TextKind.Binary))
        {
            Narrow(text, kind);
            text.Steps.Add(TextEncoding.Utf16);
        }

        AddName(content, text);
        return text.Length > 0;
    }

    private static int DecodeHex(ReadOnlySpan<byte> content, EncodedPiece piece, DecodedText text)
    {
        text.Start();
        var end = Math.Min(piece.End, piece.Start + MostEncoded);
        var bytes = text.Reserve((end - piece.Start) / 2);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(RunGate.HexDigit(content[piece.Start + 2 * i]) << 4 | RunGate.HexDigit(content[piece.Start + 2 * i + 1]));
        }

        text.Commit(bytes.Length);
        return piece.End;
    }

    // The run and, where it fills lines, the lines after it to the last, which may be shorter.
    private static int DecodeBase64(ReadOnlySpan<byte> content, EncodedPiece piece, DecodedText text)
    {
        text.Start();
        var state = new Base64State();
        var (start, end) = (piece.Start, piece.End);
        while (true)
        {
            Take(content, piece.Start, start, end, ref state, text);

            if (end - start < LeastWrapped || !TryReadLine(content, end, end - start, out var next, out var nextEnd))
            {
                break;
            }

            var isLast = nextEnd - next < end - start;
            (start, end) = (next, nextEnd);
            if (isLast)
            {
                Take(content, piece.Start, start, end, ref state, text);
                break;
            }
        }

        state.Finish(text);
        for (var padding = 0; padding < 2 && end < content.Length && content[end] == (byte)'='; padding++)
        {
            end++;
        }

        return end;
    }

    private static void Take(ReadOnlySpan<byte> content, int first, int start, int end, ref Base64State state, DecodedText text)
    {
        if (start - first < MostEncoded)
        {
            state.Decode(content[start..Math.Min(end, first + MostEncoded)], text);
        }
    }

    // A line break, written out or escaped, the indentation, and a run no longer than the one before that ends its line.
    private static bool TryReadLine(ReadOnlySpan<byte> content, int end, int length, out int next, out int nextEnd)
    {
        var rest = content[end..];
        next = nextEnd = end + (rest.StartsWith("\\r\\n"u8) ? 4 : rest.StartsWith("\\n"u8) || rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0);
        if (next == end)
        {
            return false;
        }

        while (next < content.Length && content[next] is (byte)' ' or (byte)'\t')
        {
            next++;
        }

        nextEnd = next;
        while (nextEnd < content.Length && nextEnd - next <= length && Base64Alphabet.Holds(content[nextEnd]))
        {
            nextEnd++;
        }

        return nextEnd > next && nextEnd - next <= length
            && (nextEnd == content.Length || content[nextEnd] is (byte)'\n' or (byte)'\r' or (byte)'"' or (byte)'\'' or (byte)'=' or (byte)'\\' or (byte)'<' or (byte)'`');
    }

    private static TextEncoding KindOf(ReadOnlySpan<byte> content, int start)
    {
        var before = content[Math.Max(0, start - MostWord)..start];
        if (before.EndsWith(";base64,"u8))
        {
            return TextEncoding.DataUri;
        }

        if (before.IsEmpty || before[^1] != (byte)'.')
        {
            return TextEncoding.Base64;
        }

        var header = before[..^1];
        header = header[(header.LastIndexOfAnyExcept(Base64Alphabet.Bytes) + 1)..];
        return header.StartsWith("eyJ"u8) ? TextEncoding.Jwt : TextEncoding.Base64;
    }

    private static void Inflate(DecodedText text, int encoded)
    {
        var limit = (int)Math.Min(MostInflated, LeastInflated + (long)encoded * MostRatio);
        var inflated = ArrayPool<byte>.Shared.Rent(limit);
        try
        {
            var count = 0;
            try
            {
                using var stream = new GZipStream(new MemoryStream(text.Bytes.ToArray()), CompressionMode.Decompress);
                count = stream.ReadAtLeast(inflated.AsSpan(0, limit), limit, throwOnEndOfStream: false);
            }
            catch (InvalidDataException)
            {
                // Cut off or damaged: it is no text then.
            }

            text.Replace(inflated.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(inflated);
        }
    }

    private static void Narrow(DecodedText text, TextKind kind)
    {
        var mark = TextSniffer.MarkLength(text.Bytes, kind);
        var wide = text.Bytes[mark..];
        Span<int> end = [wide.Length - wide.Length % Transcoder.UnitBytes(kind)];
        var utf8 = Transcoder.ToUtf8(wide, end, kind);
        text.Replace(utf8.AsSpan(0, end[0]));
        ArrayPool<byte>.Shared.Return(utf8);
    }

    private static void AddName(ReadOnlySpan<byte> content, DecodedText text)
    {
        var word = text.Bytes.TrimEnd("\r\n"u8);
        if (word.Length > MostWord || word.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            return;
        }

        text.Truncate(word.Length);
        text.WordLength = word.Length;
        if (!IsWholeValue(content, text))
        {
            return;
        }

        var from = Math.Max(0, text.SourceStart - NameReach);
        var line = content[from..text.SourceStart];
        var start = from + line.LastIndexOf((byte)'\n') + 1;
        if (text.SourceStart > start && content[text.SourceStart - 1] is var quote && JointReader.IsQuote(quote))
        {
            text.Append(quote);
        }

        text.Prepend(content, start);
    }

    // What is but a part of a value (of a token with full stops, of an address) is not what the name means.
    private static bool IsWholeValue(ReadOnlySpan<byte> content, DecodedText text) =>
        (text.SourceStart == 0 || content[text.SourceStart - 1] is (byte)'"' or (byte)'\'' or (byte)'`' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'=' or (byte)':' or (byte)'>')
        && (text.SourceEnd == content.Length || content[text.SourceEnd] is (byte)'"' or (byte)'\'' or (byte)'`' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)';' or (byte)'<' or (byte)')' or (byte)'}' or (byte)']' or (byte)'&' or (byte)'\\');

    private ref struct Base64State
    {
        private uint _bits;
        private int _count;

        public void Decode(ReadOnlySpan<byte> run, DecodedText text)
        {
            var bytes = text.Reserve(run.Length + 3);
            var written = 0;
            foreach (var b in run)
            {
                _bits = _bits << 6 | (uint)Base64Alphabet.ValueOf(b);
                if (++_count == 4)
                {
                    (bytes[written], bytes[written + 1], bytes[written + 2]) = ((byte)(_bits >> 16), (byte)(_bits >> 8), (byte)_bits);
                    written += 3;
                    (_bits, _count) = (0, 0);
                }
            }

            text.Commit(written);
        }

        public readonly void Finish(DecodedText text)
        {
            if (_count > 1)
            {
                text.Append((byte)(_count == 2 ? _bits >> 4 : _bits >> 10));
            }

            if (_count > 2)
            {
                text.Append((byte)(_bits >> 2));
            }
        }
    }
}
