using Stanch.Catalogue.Format;
using Stanch.CatalogueCompiler;

namespace Stanch.Catalogue.Tests;

public sealed class CompilerTests
{
    [Fact]
    public void TheSameFilesGiveTheSameOutput()
    {
        var (first, second) = (CompiledCatalogue.Read(CatalogueFiles.Directory), CompiledCatalogue.Read(CatalogueFiles.Directory));
        PatternsWriter.Write(first).ShouldBe(PatternsWriter.Write(second));
        DetectorsWriter.Write(first).ShouldBe(DetectorsWriter.Write(second));
        first.Guides().ShouldBe(second.Guides());
    }

    [Fact]
    public void ProseChangesNeitherPatternsNorHash()
    {
        var (first, second) = (Compile(WholeEntry.Text), Compile(WholeEntry.Text.Replace("It never expires", "It lasts", StringComparison.Ordinal)));
        PatternsWriter.Write(first).ShouldBe(PatternsWriter.Write(second));
        CatalogueHash.Of(first).ShouldBe(CatalogueHash.Of(second));
        first.Guides().ShouldNotBe(second.Guides());
    }

    [Theory]
    [InlineData("severity: high", "severity: low")]
    [InlineData("keywords: [acm_]", "keywords: [acm]")]
    [InlineData("[0-9a-f]{32}", "[0-9a-f]{33}")]
    [InlineData("within: 3", "within: 4")]
    public void WhatDecidesWhatIsFoundChangesTheHash(string before, string after) =>
        CatalogueHash.Of(Compile(WholeEntry.Text)).ShouldNotBe(CatalogueHash.Of(Compile(WholeEntry.Text.Replace(before, after, StringComparison.Ordinal))));

    [Fact]
    public void APatternThatTwoDetectorsShareIsCompiledOnce()
    {
        var text = WholeEntry.Text.Replace("pattern: '\\b[0-9a-f]{24}\\b'\n    context: assigned", "pattern: '\\b(?<secret>acm_[0-9a-f]{32})\\b'", StringComparison.Ordinal)
            .Replace("keywords: [acme]", "keywords: [acm_]", StringComparison.Ordinal);
        Compile(text).Expressions.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("with: acme-id", "with: acme-ids", "'pair' of acme-token names the detector 'acme-ids', which does not exist, did you mean 'acme-id'?")]
    [InlineData("contains: [acme-id]", "contains: [nothing]", "'contains' of acme-token names the detector 'nothing', which does not exist")]
    [InlineData("related: [acme-id]", "related: [acme-token]", "acme-token refers to itself")]
    public void AReferenceToNothingIsAnError(string before, string after, string message) =>
        Errors(Read(WholeEntry.Text.Replace(before, after, StringComparison.Ordinal))).ShouldBe([message]);

    [Fact]
    public void AnIdOfTwoFilesIsAnError() =>
        Errors(Read(WholeEntry.Text), Read(WholeEntry.Text)).ShouldContain("the id 'acme-token' is taken: acme.yaml:10");

    private static CatalogueFile Read(string text) => CatalogueReader.Read(text, WholeEntry.File, CatalogueRules.BuiltIn);

    private static IEnumerable<string> Errors(params CatalogueFile[] files) => CompiledCatalogue.From(files).Errors.Select(error => error.Message);

    private static CompiledCatalogue Compile(string text)
    {
        var catalogue = CompiledCatalogue.From([Read(text)]);
        catalogue.Errors.ShouldBeEmpty();
        return catalogue;
    }
}
