using Stanch.Catalogue.Format;
using Stanch.Detection;

namespace Stanch.Catalogue.Tests;

public sealed class CatalogueReaderTests
{
    private static readonly string[] s_insertions = ["", ":", "\n", "[", "}", "'", "\t", "- ", "null", "\\", "{", "é", "|", "&", "*"];

    [Fact]
    public void AWholeEntryIsReadFieldByField()
    {
        var file = CatalogueReader.Read(WholeEntry.Text, WholeEntry.File, CatalogueRules.BuiltIn);
        file.Errors.ShouldBeEmpty();
        var secret = file.Provider!.Secrets[0];
        secret.Severity.ShouldBe(Severity.High);
        secret.Filters.ShouldBe(new DetectorFilters(2.5, true, false));
        secret.Pair.ShouldBe(new DetectorPair("acme-id", 3));
        secret.IsWeak.ShouldBeTrue();
        secret.Matches.Select(example => example.Path).ShouldBe([null, "a.yaml", null]);
        secret.Guide.Revoke!.How.Console.Count.ShouldBe(2);
        secret.Guide.Revoke.Reversible.ShouldBe(false);
        secret.Guide.Revoke.SelfRevocable.ShouldBeNull();
        secret.Guide.Validity!.Headers["authorization"].ShouldBe("Bearer {{secret}}");
        secret.Guide.Validity.Invalid!.Status.ShouldBe([401]);
        secret.Guide.Verified.Format!.Date.ShouldBe(new DateOnly(2026, 11, 24));
        secret.Guide.HostFrom.ShouldBe("ACME_HOST");
    }

    [Theory]
    [InlineData("severity: high", "serverity: high", "acme.yaml:12:5: a secret has no key 'serverity', did you mean 'severity'?")]
    [InlineData("severity: high", "severity: hihg", "acme.yaml:12:15: 'severity' is one of critical high medium low info, found 'hihg', did you mean 'high'?")]
    [InlineData("severity: high", "severity: high\n    severity: low", "acme.yaml:13:5: the key 'severity' stands twice in this secret; the first is in line 12")]
    [InlineData("    severity: high\n", "", "acme.yaml:10:5: this secret has no 'severity'")]
    [InlineData("keywords: [acm_]", "keywords: acm_", "'keywords' is a list of texts, found 'acm_': write [acm_]")]
    [InlineData("keywords: [acm_]", "keywords: [ac]", "the keyword 'ac' has 2 bytes, 3 to 64 are allowed")]
    [InlineData("keywords: [acm_]", "keywords: [acm_, ACM_]", "the keyword 'acm_' stands twice")]
    [InlineData("keywords: [acm_]", "keywords: [acme_]", "which holds none of the keywords")]
    [InlineData("keywords: [acm_]", "keywords: [acm_, acme_]", "no match of the pattern can hold the keyword 'acme_'")]
    [InlineData("id: acme-token", "id: Acme_Token", "the id 'Acme_Token' is not kebab-case")]
    [InlineData("id: acme-id", "id: acme-token", "the id 'acme-token' stands twice in this file; the first is in line 10")]
    [InlineData("provider: acme", "provider: acne", "the provider 'acne' stands in acne.yaml, this file is named acme.yaml")]
    [InlineData("docs: https://docs.acme.example", "docs: http://docs.acme.example", "is not an https address")]
    [InlineData("docs: https://docs.acme.example", "docs: https://docs.acne.example", "the link's host docs.acne.example is not under the provider's domains (acme.example)")]
    [InlineData("status: null", "state: null", "a links has no key 'state', did you mean 'status'?")]
    [InlineData("domains: [acme.example]", "domains: ['https://acme.example/']", "'https://acme.example/' is not a domain")]
    [InlineData("proof: crc32-suffix", "proof: crc32-sufix", "there is no offline check 'crc32-sufix', did you mean 'crc32-suffix'?")]
    [InlineData("entropy: 2.5", "entropy: high", "'entropy' is a number, 0 or more, found 'high'")]
    [InlineData("within: 3", "within: 3.5", "'within' is a number of lines")]
    [InlineData("- 'acn_{hex:32}'", "", "'no-match' has 2 examples, at least 3 are needed")]
    [InlineData("- 'acn_{hex:32}'", "- 'acn_{hax:32}'", "the example is refused: there is no placeholder {hax:32}")]
    [InlineData("- 'acn_{hex:32}'", "- {path: a}", "this example has no 'text'")]
    [InlineData("reversible: false", "reversible: no", "'reversible' is true, false or null, found 'no'")]
    [InlineData("uses: [one, two, three]", "uses: [one, two]", "'uses' has 2 points, at least 3 are needed")]
    [InlineData("    blast-radius: the scopes\n", "", "this secret has no 'blast-radius'; write null where it could not be verified")]
    [InlineData("GET https://api.acme.example", "DELETE https://api.acme.example", "a request is a method that changes nothing (GET HEAD POST) and an https address")]
    [InlineData("GET https://api.acme.example", "GET https://api.acne.example", "the request goes to api.acne.example, which is not under the provider's domains")]
    [InlineData("hosts: [api.acme.example]", "hosts: [acme.example.evil.example]", "the host acme.example.evil.example is not under the provider's domains")]
    [InlineData("status: [401]", "status: [4010]", "'4010' is not an HTTP status")]
    [InlineData("format: 2026-11-24 https", "format: 24.11.2026 https", "'format' says when and where it was read")]
    [InlineData("pattern: '\\b(?<secret>", "pattern: '\\b(?<token>", "the pattern is refused: a group is named secret or id, not 'token'; one that needs no name is written (?:…) (character 3 of the pattern)")]
    [InlineData("name: Acme Token", "name: [Acme]", "'name' is a text, found a list")]
    [InlineData("name: Acme Token", "name: ''", "'name' is a text, found an empty one")]
    [InlineData("name: Acme Token", "name: &a Acme", "anchors (&name) are not read")]
    [InlineData("name: Acme Token", "name: *a", "aliases (*name) are not read")]
    [InlineData("name: Acme Token", "name: !!str Acme", "tags (!name) are not read")]
    [InlineData("name: Acme Token", "name: Acme: Token", "not YAML")]
    [InlineData("name: Acme Token", "name: Acme Token\n---\nx: y", "one document a file is read")]
    public void AnErrorSaysWhereAndWhatWasExpected(string correct, string wrong, string message)
    {
        var text = Replace(WholeEntry.Text, correct, wrong);
        var file = CatalogueReader.Read(text, WholeEntry.File, CatalogueRules.BuiltIn);
        file.Provider.ShouldBeNull();
        file.Errors.Select(error => error.ToString()).ShouldContain(error => error.Contains(message, StringComparison.Ordinal), string.Join('\n', file.Errors));
    }

    [Fact]
    public void AllErrorsAreToldAtOnceInTheOrderOfTheFile()
    {
        var text = WholeEntry.Text.Replace("severity", "serverity", StringComparison.Ordinal);
        var lines = CatalogueReader.Read(text, WholeEntry.File, CatalogueRules.BuiltIn).Errors.Select(error => error.Line).ToList();
        lines.Count.ShouldBe(4);
        lines.ShouldBeInOrder();
    }

    [Fact]
    public void ATextThatIsAPartOfAFileHasTheLinesOfTheFile() =>
        CatalogueReader.Read("- id: X", ".stanch.yaml", CatalogueRules.Custom, firstLine: 40).Errors.ShouldAllBe(error => error.Line == 40);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("text")]
    [InlineData("- text")]
    [InlineData("[]")]
    [InlineData("secrets: {}")]
    [InlineData("? [a]\n: b")]
    [InlineData("a: [1, 2")]
    [InlineData("\u0000")]
    public void WhatIsNotACatalogueIsAnError(string text) => CatalogueReader.Read(text, "x.yaml", CatalogueRules.Custom).Errors.ShouldNotBeEmpty();

    [Fact]
    public void DeepNestingIsRefused() =>
        CatalogueReader.Read(new string('[', 10_000), "x.yaml", CatalogueRules.Custom).Errors[0].Message.ShouldContain("inside one another");

    [Fact]
    public void AnyTextIsReadOrHasErrors() => Gen.String.Sample(text =>
    {
        var file = CatalogueReader.Read(text, "x.yaml", CatalogueRules.Custom);
        return (file.Provider is null) == (file.Errors.Count > 0);
    });

    [Fact]
    public void AnyChangeOfAFileIsReadOrHasErrors() =>
        Gen.Select(Gen.Int[0, WholeEntry.Text.Length - 1], Gen.Int[0, s_insertions.Length - 1].Select(i => s_insertions[i]), Gen.Int[0, 9]).Sample((at, text, cut) =>
        {
            var changed = string.Concat(WholeEntry.Text.AsSpan(0, at), text, WholeEntry.Text.AsSpan(Math.Min(WholeEntry.Text.Length, at + cut)));
            var file = CatalogueReader.Read(changed, WholeEntry.File, CatalogueRules.BuiltIn);
            return (file.Provider is null) == (file.Errors.Count > 0);
        });

    private static string Replace(string text, string correct, string wrong)
    {
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + correct.Length));
    }
}
