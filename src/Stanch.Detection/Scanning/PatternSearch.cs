using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Scanning;

/// <summary>A pattern in a window: the shape before the expression, the expression, its bounds, its groups.</summary>
internal static class PatternSearch
{
    /// <summary>Words of <see cref="DetectorPattern.Shape"/> for each place.</summary>
    public const int WordsPerByte = 4;

    /// <summary>Adds each match of a detector's pattern in a window; true where there was one, be it one that another keyword led to before.</summary>
    public static bool AddMatches(
        ReadOnlySpan<byte> content, SearchedDetector wanted, int windowStart, ReadOnlySpan<byte> window, Assignment assignment, ScanScratch scratch)
    {
        var pattern = wanted.Pattern;
        var found = false;
        var text = scratch.Widen(window);
        for (var from = 0; from <= text.Length && TryMatch(pattern, text, from, out var index, out var length);)
        {
            var start = windowStart + index;
            var end = start + length;
            if (!IsBounded(content, pattern, start, end))
            {
                // What failed may cover the start of one that holds.
                from = NextStart(content, pattern, start) - windowStart;
                continue;
            }

            if (length > 0 && (assignment.ValueLength == 0 || StandsAlone(content, assignment, start, end)))
            {
                AddOnce(WithGroups(wanted.Number, pattern, start, end, text.Slice(index, length), assignment), scratch);
                found = true;
            }

            from = index + Math.Max(1, length);
        }

        return found;
    }

    private static bool TryMatch(DetectorPattern pattern, ReadOnlySpan<char> text, int from, out int index, out int length)
    {
        foreach (var match in pattern.Regex.EnumerateMatches(text, from))
        {
            (index, length) = (match.Index, match.Length);
            return true;
        }

        (index, length) = (0, 0);
        return false;
    }

    private static bool IsBounded(ReadOnlySpan<byte> content, DetectorPattern pattern, int start, int end) =>
        !(pattern.BoundaryBefore && start > 0 && IsWord(content[start - 1]))
        && (end == content.Length || !(pattern.BoundaryAfter ? IsWord(content[end]) : GoesOn(pattern.Tail.Span, content[end])));

    private static bool GoesOn(ReadOnlySpan<ulong> tail, byte next) => !tail.IsEmpty && (tail[next >> 6] >> (next & 63) & 1) != 0;

    private static int NextStart(ReadOnlySpan<byte> content, DetectorPattern pattern, int start)
    {
        var next = start + 1;
        while (pattern.BoundaryBefore && next < content.Length && IsWord(content[next - 1]))
        {
            next++;
        }

        return next;
    }

    private static FoundMatch WithGroups(int number, DetectorPattern pattern, int start, int end, ReadOnlySpan<char> text, Assignment assignment)
    {
        if (!pattern.HasGroups)
        {
            return new FoundMatch(number, start, end, start, end, 0, 0, assignment);
        }

        var groups = pattern.Regex.Match(text.ToString()).Groups;
        var secret = groups["secret"];
        var id = groups["id"];
        var (secretStart, secretEnd) = secret.Success ? (start + secret.Index, start + secret.Index + secret.Length) : (start, end);
        var (idStart, idEnd) = id.Success ? (start + id.Index, start + id.Index + id.Length) : (0, 0);
        return new FoundMatch(number, start, end, secretStart, secretEnd, idStart, idEnd, assignment);
    }

    /// <summary>Notes a match, unless another keyword led to it before.</summary>
    public static void AddOnce(FoundMatch match, ScanScratch scratch)
    {
        if (match.SecretEnd > match.SecretStart && scratch.Seen.Add((match.Detector, match.SecretStart, match.SecretEnd)))
        {
            scratch.Matches.Add(match);
        }
    }

    // The value is the secret, or names its kind before it ("Bearer …", "user:…"); a part of a path, an address or a longer word is something else.
    private static bool StandsAlone(ReadOnlySpan<byte> content, Assignment assignment, int start, int end) =>
        (start == assignment.ValueStart || content[start - 1] is (byte)' ' or (byte)':' or (byte)'=' or (byte)'"' or (byte)'\'' or >= 0x80)
        && (end == assignment.ValueEnd || content[end] is (byte)' ' or (byte)';' or (byte)',' or (byte)'&' or (byte)'"' or (byte)'\'' or (byte)'@' or (byte)')' or (byte)']' or (byte)'}' or (byte)'<' or (byte)'`' or (byte)'\\' or >= 0x80);

    /// <summary>The check before the expression: whether the first bytes are such as the pattern's matches begin with.</summary>
    public static bool HasShape(ReadOnlySpan<byte> bytes, ReadOnlySpan<ulong> shape)
    {
        var length = Math.Min(shape.Length / WordsPerByte, bytes.Length);
        ref var words = ref MemoryMarshal.GetReference(shape);
        for (var i = 0; i < length; i++)
        {
            var b = bytes[i];
            if ((Unsafe.Add(ref words, i * WordsPerByte + (b >> 6)) >> (b & 63) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a boundary of a pattern stands between.</summary>
    public static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == (byte)'_';
}
