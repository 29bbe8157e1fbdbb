using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;

namespace Stanch.Catalogue.Format;

/// <summary>Makes of what was written what runs.</summary>
public static class DetectorFactory
{
    private static readonly string[] s_signs = ["_", "-", ".", ""];

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
        Keywords = KeywordsOf(provider, entry),
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

    /// <summary>
    /// What the engine looks for: the keywords as written, and where they are parts of names (<see cref="DetectorContext.Assigned"/>) in each spelling of a name:
    /// <c>wise_api</c> stands for <c>wise-api</c>, <c>wise.api</c> and <c>wiseApi</c> too. Generic ones are meant as they are written.
    /// </summary>
    public static IReadOnlyList<string> KeywordsOf(ProviderEntry provider, SecretEntry entry)
    {
        var isName = entry.Context == DetectorContext.Assigned && provider.Id != "generic";
        return [.. entry.Keywords.Select(keyword => keyword.ToLowerInvariant()).SelectMany(keyword => isName ? Spellings(keyword) : [keyword]).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Spellings(string keyword)
    {
        var words = keyword.Split('_', '-', '.');
        return words.Length == 1 || words.Contains("") ? [keyword] : s_signs.Select(sign => string.Join(sign, words)).Append(keyword);
    }

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
