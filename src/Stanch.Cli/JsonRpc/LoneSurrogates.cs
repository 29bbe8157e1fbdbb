using System.Buffers.Text;

namespace Stanch.Cli.JsonRpc;

/// <summary>
/// Programs that count in UTF-16 cut texts in the middle of an emoji and send the half as <c>\ud83d</c>. JSON may spell that, but no text has it, and reading
/// it throws; as U+FFFD it is read like the rest.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> Replacement => "\\uFFFD"u8;

    /// <summary>The JSON with every half of a pair replaced; what is no JSON stays that.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> json)
    {
        var clean = json.ToArray();
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length - 1; at = Next(json, at))
        {
            if (Escaped(json, at) is not { } unit || !char.IsSurrogate(unit)) at += 2;
            else if (char.IsHighSurrogate(unit) && Escaped(json, at + EscapeLength) is { } low && char.IsLowSurrogate(low)) at += 2 * EscapeLength;
            else
            {
                Replacement.CopyTo(clean.AsSpan(at));
                at += EscapeLength;
            }
        }

        return clean;
    }

    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        var found = from < json.Length ? json[from..].IndexOf((byte)'\\') : -1;
        return found < 0 ? -1 : from + found;
    }

    private static char? Escaped(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, EscapeLength - 2), out ushort unit, out var read, 'x') && read == EscapeLength - 2
            ? (char)unit
            : null;
}
