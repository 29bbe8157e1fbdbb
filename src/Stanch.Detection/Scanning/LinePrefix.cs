using System.Text;
using System.Text.Unicode;

namespace Stanch.Detection.Scanning;

/// <summary>The part of a line that was passed: what the next column is made of. UTF-16 units while all of it is UTF-8, bytes once it is not.</summary>
internal readonly record struct LinePrefix(long Bytes, long Units, bool IsUtf8)
{
    private const int LongestCharacter = 4;

    public static readonly LinePrefix None = new(0, 0, true);

    /// <summary>1-based.</summary>
    public int Column => (int)Math.Min(int.MaxValue, 1 + (IsUtf8 ? Units : Bytes));

    /// <summary>The prefix with more of its line, which may not end within a character.</summary>
    public LinePrefix Plus(ReadOnlySpan<byte> passed) =>
        IsUtf8 && Utf8.IsValid(passed)
            ? new LinePrefix(Bytes + passed.Length, Units + Encoding.UTF8.GetCharCount(passed), true)
            : new LinePrefix(Bytes + passed.Length, 0, false);

    /// <summary>How many bytes at the end of <paramref name="text"/> start a character that they do not complete.</summary>
    public static int UnfinishedTail(ReadOnlySpan<byte> text)
    {
        for (var length = 1; length < LongestCharacter && length <= text.Length; length++)
        {
            var b = text[^length];
            if ((b & 0xC0) != 0x80)
            {
                var whole = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
                return whole > length ? length : 0;
            }
        }

        return 0;
    }
}
