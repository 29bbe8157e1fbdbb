using System.Buffers;

namespace Stanch.Detection.Decoding;

/// <summary>Decodes a window of text with escapes, byte by byte, so that each decoded byte keeps its place.</summary>
internal static class EscapeDecoder
{
    private static readonly SearchValues<byte> Joints = SearchValues.Create("\"'`\\"u8);

    /// <returns>False where nothing was escaped after all.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> content, EncodedPiece piece, DecodedText text)
    {
        text.StartEscapes(piece.Start, piece.End, piece.Encoding);
        text.Owned = (piece.OwnedFrom, piece.OwnedTo);
        var window = content[..piece.End];
        var any = false;
        Span<byte> utf8 = stackalloc byte[4];
        var openers = piece.Encoding == TextEncoding.Concatenation ? Joints : null;
        var opener = piece.Encoding switch { TextEncoding.Percent => (byte)'%', TextEncoding.QuotedPrintable => (byte)'=', TextEncoding.Html => (byte)'&', _ => (byte)'\\' };
        for (var at = piece.Start; at < piece.End;)
        {
            var rest = window[at..];
            var plain = openers is null ? rest.IndexOf(opener) : rest.IndexOfAny(openers);
            text.Add(plain < 0 ? rest : rest[..plain], at);
            at += plain < 0 ? rest.Length : plain;
            if (plain < 0)
            {
                break;
            }

            var (count, length) = Read(window, at, piece.Encoding, utf8);
            if (length == 0)
            {
                text.Add(window[at], at, at + 1);
                at++;
                continue;
            }

            any = true;
            for (var i = 0; i < count; i++)
            {
                text.Add(utf8[i], at, at + length);
            }

            at += length;
        }

        return any;
    }

    // How many bytes the escape at a place stands for and how many it takes; 0 for no escape.
    private static (int Count, int Length) Read(ReadOnlySpan<byte> window, int at, TextEncoding encoding, Span<byte> utf8)
    {
        int value, length;
        switch (window[at])
        {
            case (byte)'%' when encoding == TextEncoding.Percent && EscapeReader.TryReadOctet(window, at, out value):
            case (byte)'=' when encoding == TextEncoding.QuotedPrintable && EscapeReader.TryReadOctet(window, at, out value):
                utf8[0] = (byte)value;
                return (1, 3);
            case (byte)'=' when encoding == TextEncoding.QuotedPrintable:
                return (0, SoftBreak(window, at));
            case (byte)'&' when encoding == TextEncoding.Html && EscapeReader.TryReadEntity(window, at, out value, out length):
                return (EscapeReader.Encode(value, utf8), length);
            case (byte)'\\' when encoding == TextEncoding.Escapes && EscapeReader.TryReadBackslash(window, at, out value, out length):
                return window[at + 1] == (byte)'x' ? (Octet(value, utf8), length) : (EscapeReader.Encode(value, utf8), length);
            case (byte)'\\' when encoding == TextEncoding.Concatenation:
                return ReadContinuation(window, at, utf8);
            case (byte)'"' or (byte)'\'' or (byte)'`' when encoding == TextEncoding.Concatenation && JointReader.TryRead(window, at, out length):
                return (0, length);
            default:
                return (0, 0);
        }
    }

    private static int Octet(int value, Span<byte> utf8)
    {
        utf8[0] = (byte)value;
        return 1;
    }

    private static int SoftBreak(ReadOnlySpan<byte> window, int at) =>
        window[(at + 1)..].StartsWith("\n"u8) ? 2 : window[(at + 1)..].StartsWith("\r\n"u8) ? 3 : 0;

    // A shell's backslash at the line's end: within a word nothing stands between, else the blanks become one.
    private static (int Count, int Length) ReadContinuation(ReadOnlySpan<byte> window, int at, Span<byte> utf8)
    {
        var length = SoftBreak(window, at);
        if (length == 0)
        {
            return (0, 0);
        }

        var rest = window[(at + length)..];
        var blanks = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (blanks <= 0)
        {
            return (0, length);
        }

        utf8[0] = (byte)' ';
        return (1, length + blanks);
    }
}
