using System.Text.RegularExpressions;
using Stanch.Catalogue.Format;

namespace Stanch.Catalogue.Tests;

/// <summary>
/// What is said of a secret is said of its provider: a sentence that, without the provider's names, stands in the entries of more than three providers helps nobody more than
/// the general advice, and starts with <c>General: </c>. What a thing is called (the first sentence of <c>what</c>), steps in a provider's console and counts of keys are what they are, and a few words (a day, one run of each job) are facts.
/// </summary>
public sealed partial class ProseTests
{
    private const string Mark = "General:";
    private const int MostProviders = 3;
    private const int FewestWords = 6;

    /// <summary>What issue 5 asks an entry to say where there is no public format.</summary>
    [GeneratedRegex("^(its|the) (form|format) is not published( the detector relies on the name)?$|^the detector relies on the name$")]
    private static partial Regex PlainStatement { get; }

    [Fact]
    public void ASentenceThatFitsManyProvidersIsMarkedGeneral()
    {
        var providers = CatalogueFiles.Read().Select(file => file.Provider!).ToList();
        var sentences =
            from provider in providers
            let names = NamesOf(provider)
            from secret in provider.Secrets
            from text in Prose(secret.Guide)
            where !text.StartsWith(Mark, StringComparison.Ordinal)
            from sentence in SentenceEnd.Split(text).Skip(text == secret.Guide.What?.Trim() ? 1 : 0)
            let bare = NotAWord.Replace(names.Replace(sentence, ""), " ").Trim().ToLowerInvariant()
            where bare.Split(' ').Length >= FewestWords && !PlainStatement.IsMatch(bare)
            group provider.Id by bare;
        sentences.Select(same => (Sentence: same.Key, Providers: same.Distinct().ToList())).Where(same => same.Providers.Count > MostProviders)
            .Select(same => $"\"{same.Sentence}\" stands with {string.Join(", ", same.Providers)}: say what is true of each alone, or start it with '{Mark} '")
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Prose(Guide guide)
    {
        string?[] texts =
        [
            guide.What, .. guide.Uses, .. guide.Leaks, .. guide.Risks, .. guide.Practice, .. guide.Consumers, guide.BlastRadius,
            guide.Usage?.Where, guide.Usage?.Query, guide.Usage?.Instead, .. guide.Rotate?.Steps ?? [], guide.Rotate?.Soak, guide.Rotate?.Alternative,
        ];
        return texts.OfType<string>().Select(text => text.Trim());
    }

    /// <summary>The provider's name, its id, and each word of both.</summary>
    private static Regex NamesOf(ProviderEntry provider)
    {
        var words = Word.Matches($"{provider.Name} {provider.Id}").Select(word => word.Value).Where(word => word.Length > 1);
        return new Regex($@"\b(?:{string.Join('|', words.Append(provider.Name).Append(provider.Id).OrderByDescending(name => name.Length).Select(Regex.Escape))})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex SentenceEnd { get; }

    [GeneratedRegex(@"\W+")]
    private static partial Regex NotAWord { get; }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word { get; }
}
