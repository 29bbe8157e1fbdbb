using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Stanch.Detection.Scanning;

/// <summary>Brings UTF-16 and UTF-32 into UTF-8 to be searched, and places found there back to the bytes as they were.</summary>
internal static class Transcoder
{
    /// <summary>Bytes of one unit of the text.</summary>
    public static int UnitBytes(TextKind kind) => kind switch
    {
        TextKind.Utf32LittleEndian or TextKind.Utf32BigEndian => 4,
        TextKind.Utf16LittleEndian or TextKind.Utf16BigEndian => 2,
        _ => 1,
    };

    /// <summary>The text as UTF-8 in a rented array, which the caller returns.</summary>
    /// <param name="content">Wide text without its mark.</param>
    /// <param name="marks">Offsets in order, each where a character starts, the last the end; become the same places in the UTF-8 form.</param>
    public static byte[] ToUtf8(ReadOnlySpan<byte> content, Span<int> marks, TextKind kind)
    {
        var encoding = EncodingOf(kind);
        var length = marks[^1];
        var characters = ArrayPool<char>.Shared.Rent(Math.Max(1, encoding.GetMaxCharCount(length)));
        var utf8 = ArrayPool<byte>.Shared.Rent(Math.Max(1, Encoding.UTF8.GetMaxByteCount(length / UnitBytes(kind) * 2)));
        try
        {
            int from = 0, written = 0;
            foreach (ref var mark in marks)
            {
                var count = encoding.GetChars(content[from..mark], characters);
                written += Encoding.UTF8.GetBytes(characters.AsSpan(0, count), utf8.AsSpan(written));
                (from, mark) = (mark, written);
            }

            return utf8;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>Gives the candidates, which come in order of place, offset and length in the original's bytes instead of those of its UTF-8 form.</summary>
    /// <param name="origin">Bytes of the original before the text.</param>
    public static void ToOriginal(List<Candidate> candidates, ReadOnlySpan<byte> utf8, TextKind kind, long origin)
    {
        var passed = 0;
        foreach (var candidate in candidates)
        {
            origin += Bytes(utf8[passed..candidate.Start], kind);
            passed = candidate.Start;
            candidate.Location = candidate.Location with { ByteOffset = origin, ByteLength = Bytes(utf8[candidate.Start..candidate.End], kind) };
        }
    }

    /// <summary>The nearest place at or before <paramref name="offset"/> where a character starts: between units, and not between the halves of a pair.</summary>
    public static int CharacterStart(ReadOnlySpan<byte> content, int offset, TextKind kind)
    {
        var unit = UnitBytes(kind);
        var start = offset - offset % unit;
        return unit == 2 && start >= 2 && start + 2 <= content.Length && char.IsSurrogatePair(Unit(content, start - 2, kind), Unit(content, start, kind)) ? start - 2 : start;
    }

    private static char Unit(ReadOnlySpan<byte> content, int at, TextKind kind) => (char)(kind == TextKind.Utf16LittleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(content[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(content[at..]));

    private static int Bytes(ReadOnlySpan<byte> utf8, TextKind kind)
    {
        var units = Encoding.UTF8.GetCharCount(utf8);
        if (UnitBytes(kind) == 2)
        {
            return units * 2;
        }

        // A character outside the basic plane is two UTF-16 units, four bytes in UTF-8 (which start with 0xF0 and up), one in UTF-32.
        var astral = 0;
        foreach (var b in utf8)
        {
            astral += b >= 0xF0 ? 1 : 0;
        }

        return (units - astral) * 4;
    }

    private static Encoding EncodingOf(TextKind kind) => kind switch
    {
        TextKind.Utf16LittleEndian => Encoding.Unicode,
        TextKind.Utf16BigEndian => Encoding.BigEndianUnicode,
        TextKind.Utf32LittleEndian => Encoding.UTF32,
        _ => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
    };
}
