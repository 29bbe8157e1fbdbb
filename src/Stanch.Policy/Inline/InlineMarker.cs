namespace Stanch.Policy;

/// <summary>A comment that tells a scanner to let a line be.</summary>
/// <param name="Text">How it is written; found without regard to case.</param>
/// <param name="Reach">Which line it speaks of.</param>
internal sealed record InlineMarker(string Text, InlineReach Reach)
{
    /// <summary>Ours, which may name detectors and a reason; the longer first.</summary>
    public static readonly IReadOnlyList<InlineMarker> Own =
    [
        new("stanch:ignore-next-line", InlineReach.NextLine),
        new("stanch:ignore", InlineReach.SameLineOrAlone),
    ];

    /// <summary>
    /// Those of other scanners, each with the reach that it has there: gitleaks and betterleaks, trufflehog, kingfisher (its releases knew both), ggshield, secretlint
    /// (https://github.com/secretlint/secretlint), and detect-secrets, whose pragmas allow a space less and a hyphen.
    /// </summary>
    public static readonly IReadOnlyList<InlineMarker> Foreign =
    [
        new("gitleaks:allow", InlineReach.SameLine),
        new("betterleaks:allow", InlineReach.SameLine),
        new("trufflehog:ignore", InlineReach.SameLine),
        new("kingfisher:ignore", InlineReach.SameLine),
        new("kingfisher:allow", InlineReach.SameLine),
        new("ggignore", InlineReach.SameLine),
        new("gitguardian:ignore", InlineReach.SameLine),
        new("secretlint-disable-line", InlineReach.SameLine),
        new("secretlint-disable-next-line", InlineReach.NextLine),
        .. from space in new[] { " ", "" }
           from word in new[] { "allowlist", "whitelist" }
           from hyphen in new[] { " ", "-" }
           from next in new[] { "", "nextline " }
           select new InlineMarker($"pragma:{space}{word} {next}secret".Replace(" secret", hyphen + "secret", StringComparison.Ordinal), next.Length > 0 ? InlineReach.NextLine : InlineReach.SameLine),
    ];

    /// <summary>Where the marker ends in a line; −1 where it does not stand there as words of its own.</summary>
    public int EndIn(string line, out int start)
    {
        start = -1;
        while ((start = line.IndexOf(Text, start + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var end = start + Text.Length;
            if ((start == 0 || !IsWord(line[start - 1])) && (end == line.Length || !IsWord(line[end]))) return end;
        }
        return -1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
