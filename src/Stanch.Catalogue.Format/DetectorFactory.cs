using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;

namespace Stanch.Catalogue.Format;

/// <summary>Makes of what was written what runs.</summary>
public static class DetectorFactory
{
    /// <param name="pattern">The entry's pattern, ready to run.</param>
    /// <param name="isCustom">True for a detector that came with the user's configuration.</param>
    public static Detector Create(ProviderEntry provider, SecretEntry entry, DetectorPattern pattern, bool isCustom) => new()
    {
        Id = entry.Id,
        Name = entry.Name,
        Provider = provider.Id,
        ProviderName = provider.Name,
        Category = provider.Category,
        Severity = entry.Severity,
        Keywords = [.. entry.Keywords.Select(keyword => keyword.ToLowerInvariant()).Order(StringComparer.Ordinal)],
        Context = entry.Context,
        Pattern = pattern,
        Filters = entry.Filters,
        Proof = entry.Proof,
        Pair = entry.Pair,
        Contains = entry.Contains,
        Related = entry.Related,
        Variables = entry.Variables,
        FormatEvidence = entry.IsWeak ? Evidence.Review : Evidence.Likely,
        What = FirstSentence(entry.Guide.What ?? ""),
        NextStep = NextStep(entry.Guide.Revoke?.How),
        DocumentationUrl = provider.Links.Docs,
        IsCustom = isCustom,
    };

    /// <summary>The same with a pattern whose expression is made at its first use.</summary>
    public static Detector CreateCustom(ProviderEntry provider, SecretEntry entry) =>
        Create(provider, entry, CustomPattern.Create(entry.Compiled), isCustom: true);

    private static string FirstSentence(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    /// <summary>What ends the secret: the first step of the console, which needs no tool, else the command, else the request.</summary>
    private static string NextStep(Instructions? revoke) =>
        revoke is null ? "" : revoke.Console.Count > 0 ? revoke.Console[0] : revoke.CommandLine ?? revoke.Api ?? "";
}
