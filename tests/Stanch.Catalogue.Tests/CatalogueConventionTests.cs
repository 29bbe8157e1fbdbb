using System.Text.RegularExpressions;
using Stanch.Catalogue.Format;
using Stanch.Catalogue.Format.Dialect;
using Stanch.Detection;

namespace Stanch.Catalogue.Tests;

/// <summary>What holds for every built-in detector.</summary>
public sealed partial class CatalogueConventionTests
{
    private static readonly IReadOnlyList<Detector> s_detectors = BuiltInCatalogue.Detectors;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab { get; }

    [Fact]
    public void EveryDetectorIsCompleteAndNamedByTheRules()
    {
        s_detectors.ShouldNotBeEmpty();
        s_detectors.ShouldAllBe(detector => Kebab.IsMatch(detector.Id) && Kebab.IsMatch(detector.Provider));
        s_detectors.ShouldAllBe(detector => detector.Keywords.Count > 0 && detector.Keywords.All(keyword => keyword.Length >= 3 && !keyword.Any(char.IsAsciiLetterUpper)));
        s_detectors.ShouldAllBe(detector => detector.Name != "" && detector.ProviderName != "" && detector.What != "" && !detector.IsCustom);
        s_detectors.ShouldAllBe(detector => Categories.All.Contains(detector.Category));
        s_detectors.Select(detector => detector.Id).ShouldBeUnique();
    }

    [Fact]
    public void EveryDetectorHasItsGuide() =>
        s_detectors.ShouldAllBe(detector => BuiltInCatalogue.Guide(detector.Id) != null && BuiltInCatalogue.Guide(detector.Id)!.What != null);

    [Fact]
    public void AnIdThatIsNotBuiltInHasNoGuide() => BuiltInCatalogue.Guide("no-such-detector").ShouldBeNull();

    [Fact]
    public void TheGuideOfEveryDetectorIsWhatWasWritten()
    {
        foreach (var secret in CatalogueFiles.Secrets.Value)
        {
            var guide = BuiltInCatalogue.Guide(secret.Id)!;
            (guide.What, guide.BlastRadius, guide.Revoke?.Reversible, guide.Verified).ShouldBe(
                (secret.Guide.What, secret.Guide.BlastRadius, secret.Guide.Revoke?.Reversible, secret.Guide.Verified));
            guide.Leaks.ShouldBe(secret.Guide.Leaks);
            guide.Validity?.Headers.ShouldBe(secret.Guide.Validity!.Headers);
        }
    }

    [Fact]
    public void WhatWasCompiledIsWhatAUsersFileWithTheSameTextGives()
    {
        var written = CatalogueFiles.Read()
            .SelectMany(file => file.Provider!.Secrets.Select(secret => DetectorFactory.CreateCustom(file.Provider, secret)))
            .ToDictionary(detector => detector.Id);
        foreach (var detector in s_detectors)
            Describe(detector).ShouldBe(Describe(written[detector.Id]));
    }

    [Fact]
    public void EveryExpressionCanBeMade() => s_detectors.ShouldAllBe(detector => detector.Pattern.Regex.Options.HasFlag(RegexOptions.CultureInvariant));

    [Fact]
    public void NoPatternCostsMoreThanAFewStepsAByteOnItsWorstText()
    {
        var limits = new PatternLimits();
        foreach (var secret in CatalogueFiles.Secrets.Value)
        {
            var root = LongestFirst.Order(PatternParser.Parse(secret.Pattern, limits).Root);
            var automaton = new PatternAutomaton(root, limits);
            if (WorstCase.Ambiguity(automaton) is not null)
                WorstCase.Of(automaton).Steps.ShouldBeLessThanOrEqualTo(limits.StepsPerByte * (double)root.MaxLength, secret.Id);
        }
    }

    [Fact]
    public void TheShapeRefusesNothingThatThePatternMatches()
    {
        var random = new Random(5);
        foreach (var secret in CatalogueFiles.Secrets.Value)
        {
            var match = PatternSamples.Match(PatternParser.Parse(secret.Pattern, new PatternLimits()).Root, random);
            for (var i = 0; i < secret.Compiled.Shape.Count / 4; i++)
                (secret.Compiled.Shape[4 * i + (match[i] >> 6)] >> (match[i] & 63) & 1).ShouldBe(1UL, secret.Id);
        }
    }

    private static string Describe(Detector detector) => string.Join('\n',
        detector.Id, detector.Name, detector.Provider, detector.ProviderName, detector.Category, detector.Severity, string.Join(' ', detector.Keywords), detector.Context,
        detector.Filters, detector.Proof, detector.Pair, string.Join(' ', detector.Contains), string.Join(' ', detector.Related), string.Join(' ', detector.Variables),
        detector.FormatEvidence, detector.What, detector.NextStep, detector.DocumentationUrl, detector.Pattern.MinLength, detector.Pattern.MaxLength,
        detector.Pattern.AnchorOffset, detector.Pattern.BoundaryBefore, detector.Pattern.BoundaryAfter, detector.Pattern.HasGroups, detector.Pattern.PublicPrefix,
        string.Join(' ', detector.Pattern.Shape.ToArray()));
}
