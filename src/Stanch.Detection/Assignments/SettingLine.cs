using System.Buffers;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Assignments;

/// <summary>
/// <c>requirepass value</c>: a line of two words, as the configuration files of many servers have them. Since lines of prose and of code may have two words as well, the second has to
/// read as drawn at random; hexadecimal digits there are checksums and revisions.
/// </summary>
internal static class SettingLine
{
    private const int LongestIndent = 16;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> OtherText = SearchValues.Create(" \t\"'`()<>{},;"u8);

    /// <param name="valueStart">Where the second word starts.</param>
    public static bool IsOne(ReadOnlySpan<byte> content, int nameStart, int valueStart)
    {
        var from = Math.Max(0, nameStart - LongestIndent - 1);
        var before = content[from..nameStart].TrimEnd(" \t"u8);
        if (before.IsEmpty ? from > 0 : before[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            return false;
        }

        var rest = content[valueStart..Math.Min(content.Length, valueStart + AssignmentReader.ValueReach)];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        var value = (end < 0 ? rest : rest[..end]).TrimEnd(" \t"u8);
        return !value.ContainsAny(OtherText) && value.IndexOfAnyExcept(HexDigits) >= 0 && GenericValues.IsRandom(value);
    }
}
