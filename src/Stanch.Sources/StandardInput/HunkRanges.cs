using System.Globalization;
using System.Text;

namespace Stanch.Sources.StandardInput;

/// <summary>
/// The header of a hunk: <c>@@ -12,7 +12,9 @@</c>, and of a merge with one old range a parent: <c>@@@ -1,2 -1,3 +1,4 @@@</c>. A count that is left
/// out is 1. Counts down as lines are read.
/// </summary>
internal sealed class HunkRanges
{
    private const int LongestHeader = 400;
    private const int MostLines = 1 << 30;
    private readonly int[] _old;
    private int _new;

    private HunkRanges(int[] old, int newStart, int newCount)
    {
        _old = old;
        _new = newCount;
        NewStart = newStart;
    }

    /// <summary>Old sides: 1, but as many as the merge has parents in a combined patch. As many signs stand before each line.</summary>
    public int Parents => _old.Length;

    /// <summary>The line of the new side with which the hunk starts.</summary>
    public int NewStart { get; }

    /// <summary>False when every line that the header announced was read.</summary>
    public bool IsOpen => _new > 0 || Array.Exists(_old, count => count > 0);

    /// <summary>Reads a header; null where the line is none.</summary>
    public static HunkRanges? Read(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("@@"u8))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(line[..Math.Min(line.Length, LongestHeader)]).TrimEnd('\r').Split(' ');
        var parents = parts[0].Length - 1;
        if (parts[0].Trim('@').Length > 0 || parts.Length < parents + 3 || parts[parents + 2] != parts[0] || !TryRead(parts[parents + 1], '+', out var start, out var count))
        {
            return null;
        }

        var old = new int[parents];
        for (var i = 0; i < parents; i++)
        {
            if (!TryRead(parts[i + 1], '-', out _, out old[i]))
            {
                return null;
            }
        }

        return new HunkRanges(old, start, count);
    }

    /// <summary>Takes a line of the hunk.</summary>
    /// <returns>What it is; null where no line of a hunk starts so, and the hunk has ended early.</returns>
    public HunkLine? Take(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty && line[0] == (byte)'\\')
        {
            return HunkLine.Note;
        }

        // Blanks at a line's end get lost on the way; what is missing of the signs was blank.
        var signs = line[..Math.Min(line.Length, Parents)].TrimEnd((byte)'\r');
        if (signs.IndexOfAnyExcept(" +-"u8) >= 0)
        {
            return null;
        }

        var isRemoved = signs.Contains((byte)'-');
        for (var i = 0; i < Parents; i++)
        {
            var sign = i < signs.Length ? signs[i] : (byte)' ';
            _old[i] -= sign == (byte)'-' || (!isRemoved && sign == (byte)' ') ? 1 : 0;
        }

        _new -= isRemoved ? 0 : 1;
        return isRemoved ? HunkLine.Removed : signs.Contains((byte)'+') ? HunkLine.Added : HunkLine.Context;
    }

    private static bool TryRead(string text, char sign, out int start, out int count)
    {
        (start, count) = (0, 1);
        if (text.Length < 2 || text[0] != sign)
        {
            return false;
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var first = comma < 0 ? text.AsSpan(1) : text.AsSpan(1, comma - 1);
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out start)
            && (comma < 0 || int.TryParse(text.AsSpan(comma + 1), NumberStyles.None, CultureInfo.InvariantCulture, out count))
            && start <= MostLines && count <= MostLines;
    }
}
