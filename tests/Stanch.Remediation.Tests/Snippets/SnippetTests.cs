using System.Runtime.CompilerServices;
using Stanch.Catalogue;
using Stanch.Detection;
using Stanch.Remediation.Snippets;
using Stanch.Remediation.Tests.Guides;
using Stanch.Remediation.Tests.Toolchains;
using Snippet = Stanch.Remediation.Snippets.Snippet;

namespace Stanch.Remediation.Tests.Snippets;

/// <summary>Every snippet runs: with the language's own tools from Debian, and against stores that speak their real protocol.</summary>
public sealed class SnippetTests
{
    /// <summary>Kinds whose names differ in shape: several words, one word, none at all, a provider without a prefix in the id.</summary>
    private static readonly IReadOnlyList<Detector> s_kinds =
    [
        .. new[] { "circleci-project-token", "slack-bot-token", "aws-secret-access-key", "generic-password" }.Select(id => BuiltInCatalogue.Detectors.First(detector => detector.Id == id)),
        GuideSample.Detector,
        new Detector { Id = "pass", Name = "One word", Provider = "other", Severity = Severity.High, Keywords = ["pass"], Pattern = GuideSample.Detector.Pattern, Variables = ["CLASS"] },
    ];

    public static TheoryData<string> Languages => [.. SnippetLanguage.All.Select(language => language.Id)];

    [Theory, MemberData(nameof(Languages))]
    public async Task EverySnippetGivesTheValueOrIsParsedWhereNoLibraryCanBeHad(string id)
    {
        var language = SnippetLanguage.All.First(language => language.Id == id);
        var tools = Toolchain.All.First(tools => tools.Language == id);
        Snippet[] snippets = [.. from kind in s_kinds from way in SnippetWay.All select way.Write(language, SnippetVocabulary.Of(kind, []))];
        var words = s_kinds.Select(kind => SnippetVocabulary.Of(kind, [])).ToList();
        var random = new Random(7);
        var stored = words.DistinctBy(each => each.Path).ToDictionary(each => each.Path, _ => Value(random));
        await using var stores = await StoreServer.Start(stored);
        var environment = words.DistinctBy(each => each.Variable).ToDictionary(each => each.Variable, _ => Value(random));
        foreach (var (name, value) in stores.Environment) environment[name] = value;
        using var shop = new Workshop(environment);
        foreach (var (number, snippet) in snippets.Index()) shop.Write(tools.FileOf(number), tools.Wrap(snippet, number));

        int[] parsed = [.. Enumerable.Range(0, snippets.Length).Where(number => tools.ParsedOnly.Contains(snippets[number].Way.Id))];
        int[] run = [.. Enumerable.Range(0, snippets.Length).Except(parsed)];
        if (parsed.Length > 0) await tools.ParseAsync(shop, parsed);
        var printed = (await tools.RunAsync(shop, run)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        printed.ShouldBe(run.Select(number => $"{number} {Expected(words[number / SnippetWay.All.Count], snippets[number])}"));
        string Expected(SnippetVocabulary of, Snippet snippet) => snippet.Way.Id == "environment" ? environment[of.Variable] : stored[of.Path];
    }

    [Fact]
    public void EveryLanguageHasItsTools() => Toolchain.All.Select(tools => tools.Language).ShouldBe(SnippetLanguage.All.Select(language => language.Id));

    [Fact]
    public void WhatIsOnlyParsedIsListed()
    {
        var listed = File.ReadLines(Path.Join(Path.GetDirectoryName(Here()), "../../../docs/guides.md")).Where(line => line.StartsWith("| parsed only", StringComparison.Ordinal));
        listed.ShouldBe(Toolchain.All.Where(tools => tools.ParsedOnly.Count > 0).Select(tools =>
            $"| parsed only | {SnippetLanguage.All.First(language => language.Id == tools.Language).Name} | {string.Join(", ", SnippetWay.All.Where(way => tools.ParsedOnly.Contains(way.Id)).Select(way => way.Name))} |"));
    }

    [Fact]
    public void NoSnippetHoldsAHoleOrATrailingSpace()
    {
        foreach (var snippet in from language in SnippetLanguage.All from way in SnippetWay.All select way.Write(language, SnippetVocabulary.Of(GuideSample.Detector, [])))
        {
            snippet.Code.ShouldNotContain("{{");
            snippet.Code.Split('\n').ShouldAllBe(line => line == line.TrimEnd());
            if (snippet.Way.Id == "environment") snippet.Install.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("apiToken", "API_TOKEN", "apiToken", "api_token")]
    [InlineData("shop-api-key", "SHOP_API_KEY", "shopApiKey", "shop_api_key")]
    [InlineData("TOKEN", "TOKEN", "tokenValue", "token_value")]
    [InlineData("token", "ACME_DEPLOY_KEY", "acmeDeployKey", "acme_deploy_key")]
    [InlineData("x'); DROP TABLE--", "ACME_DEPLOY_KEY", "acmeDeployKey", "acme_deploy_key")]
    public void ANameOfTheFileIsTakenWhereAProgramCanHaveIt(string known, string variable, string camel, string snake)
    {
        var words = SnippetVocabulary.Of(GuideSample.Detector, [known]);
        (words.Variable, words.Camel, words.Snake, words.Path).ShouldBe((variable, camel, snake, "acme/deploy-key"));
    }

    [Fact]
    public void NoNameOfAFileLeavesItsPlaceInTheCode() => Gen.String.Sample(text =>
        SnippetVocabulary.Of(GuideSample.Detector, [text]).Variable.ShouldAllBe(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_'));

    private static string Value(Random random) => string.Concat(Enumerable.Range(0, 24).Select(_ => (char)('a' + random.Next(26))));

    private static string Here([CallerFilePath] string path = "") => path;
}
