using System.Buffers;
using Stanch.Detection.Paths;

namespace Stanch.Policy;

/// <summary>An ignore written as a comment beside a secret.</summary>
/// <param name="Marker">The marker as it is usually written.</param>
/// <param name="Detectors">The detectors that it names; empty for all.</param>
/// <param name="Reason">The person's words; null for none.</param>
internal sealed record InlineComment(string Marker, IReadOnlyList<string> Detectors, string? Reason)
{
    // What ends a comment, or the text that stands for one, in the languages that have no comment to the end of the line.
    private static readonly string[] Closers = ["*/", "-->", "--%>", "%>", "#}", "}}", "*}", "*)", "\"}", "\"]", "\")", "')", "\"", "'", ",", ";"];
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-*");

    /// <summary>True when it speaks of this detector.</summary>
    public bool Names(string detectorId) => Detectors.Count == 0 || Detectors.Any(name => Glob.Parse(name).Matches(detectorId, isFolder: false));

    /// <summary>The comment in a line that speaks of that line (<paramref name="above"/> false) or of the next; null for none.</summary>
    public static InlineComment? Find(string line, bool above)
    {
        foreach (var marker in InlineMarker.Own)
        {
            var end = marker.EndIn(line, out var start);
            if (end < 0) continue;
            return Speaks(marker.Reach, above, line.AsSpan(0, start)) ? Own(line[end..]) : null;
        }
        var foreign = InlineMarker.Foreign.FirstOrDefault(marker => marker.EndIn(line, out _) >= 0 && Speaks(marker.Reach, above, ""));
        return foreign is null ? null : new InlineComment(foreign.Text, [], foreign.Text);
    }

    private static bool Speaks(InlineReach reach, bool above, ReadOnlySpan<char> before) => reach switch
    {
        InlineReach.SameLine => !above,
        InlineReach.NextLine => above,
        _ => !above || IsAlone(before),
    };

    // Only what opens a comment stands before it: no letter or digit, but for BASIC's REM and batch files' "rem".
    private static bool IsAlone(ReadOnlySpan<char> before)
    {
        var trimmed = before.Trim();
        if (trimmed.Equals("rem", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("@rem", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var c in trimmed)
            if (char.IsLetterOrDigit(c)) return false;
        return true;
    }

    // "[id[, id…]][: reason]"; an id has a hyphen or a star, so that the first word of a reason is not taken for one.
    private static InlineComment Own(string text)
    {
        var rest = WithoutClosers(text);
        var detectors = new List<string>();
        while (rest.Length > 0 && TakeId(ref rest) is { } id) detectors.Add(id);
        var reason = rest.TrimStart(':').Trim();
        return new InlineComment("stanch:ignore", detectors, reason.Length > 0 ? reason : null);
    }

    private static string? TakeId(ref string rest)
    {
        var text = rest.TrimStart(' ', '\t', ',');
        var length = text.AsSpan().IndexOfAnyExcept(IdCharacters);
        var id = length < 0 ? text : text[..length];
        var isWhole = id.Length == text.Length || text[id.Length] is ' ' or '\t' or ',' or ':';
        if (!isWhole || id.AsSpan().IndexOfAny('-', '*') < 0 || !id.Any(char.IsAsciiLetterOrDigit)) return null;
        rest = text[id.Length..];
        return id;
    }

    private static string WithoutClosers(string text)
    {
        text = text.TrimEnd();
        while (Closers.FirstOrDefault(closer => text.EndsWith(closer, StringComparison.Ordinal)) is { } closer) text = text[..^closer.Length].TrimEnd();
        return text;
    }
}
