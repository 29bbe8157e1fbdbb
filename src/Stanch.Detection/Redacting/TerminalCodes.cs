namespace Stanch.Detection.Redacting;

/// <summary>
/// The codes by which terminals colour text. A token behind one would seem to be glued to its last letter (<c>ESC[31mghp_…</c>), so they are searched as blanks.
/// </summary>
internal static class TerminalCodes
{
    private const byte Escape = 0x1B;
    private const int Longest = 24;

    public static bool Stand(ReadOnlySpan<byte> text) => text.Contains(Escape);

    /// <summary>Makes blanks of them; every other byte keeps its place.</summary>
    public static void Blank(Span<byte> text)
    {
        for (int at = 0, next; (next = text[at..].IndexOf(Escape)) >= 0;)
        {
            at += next;
            var length = LengthOf(text[at..]);
            text.Slice(at, length).Fill((byte)' ');
            at += length;
        }
    }

    // ECMA-48, 5.4: ESC [, parameters 0x30–0x3F, intermediates 0x20–0x2F, a final byte 0x40–0x7E.
    private static int LengthOf(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[1] != (byte)'[')
        {
            return 1;
        }

        for (var i = 2; i < Math.Min(text.Length, Longest); i++)
        {
            if (text[i] is >= 0x40 and <= 0x7E)
            {
                return i + 1;
            }

            if (text[i] is < 0x20 or > 0x3F)
            {
                break;
            }
        }

        return 1;
    }
}
