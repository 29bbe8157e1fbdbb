using System.Text;
using Stanch.Detection.Model;
using Stanch.Detection.Scanning;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Model;

/// <summary>What a generic finding says of how it was weighed.</summary>
public sealed class ModelReasonsTests
{
    private static readonly Gen<byte[]> Features = Gen.Byte[0, 254].Array[GenericFeatures.Count];

    // Each division of the path rounds, by less than one.
    private const int MostRounding = 2 * 110 * (GenericModel.Depth + 1);

    [Fact]
    public void WhatTheFeaturesAddIsTheScoreLessWhatIsExpectedOfAny()
    {
        var expected = new List<int>();
        Features.Sample(
            features =>
            {
                var byFeature = new int[GenericFeatures.Count];
                GenericModel.Contribute(features, byFeature);
                expected.Add(GenericModel.OfContent(features) + GenericModel.OfPlace(features) - byFeature.Sum());
            },
            threads: 1);
        (expected.Max() - expected.Min()).ShouldBeLessThan(MostRounding);
    }

    [Fact]
    public void AtMostThreeSpeakForAndThreeAgainst() => Features.Sample(features =>
    {
        var reasons = ModelReasons.Of(features).ToArray();
        reasons.Count(reason => reason.StartsWith("for-", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(ModelReasons.Most);
        reasons.Count(reason => reason.StartsWith("against-", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(ModelReasons.Most);
        reasons.ShouldBeUnique();
        ModelReasons.Of(features).ShouldBe(reasons);
    });

    [Fact]
    public void EveryFeatureIsAboutSomething() =>
        Enum.GetValues<Feature>().Select(ModelReasons.AspectOf).Distinct().Count().ShouldBe(Enum.GetValues<Aspect>().Length);

    [Fact]
    public void AFindingSaysWhatSpokeForIt()
    {
        var value = new string(new Random(7).GetItems("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".AsSpan(), 28));
        var found = Detectors.Find(Encoding.UTF8.GetBytes($"db_password = \"{value}\"\n")).Single(candidate => candidate.Detector.IsGeneric);
        Judge.At(found, new Provenance.File("settings.py"))!.Reasons.ShouldContain(reason => reason.StartsWith("for-", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatNobodyWeighedSaysNothingOfWeights() => Samples.Token.Sample(token =>
    {
        var found = Detectors.Find(Encoding.UTF8.GetBytes(token)).ShouldHaveSingleItem();
        Judge.At(found, new Provenance.File("settings.py"))!.Reasons.ShouldAllBe(reason => !reason.StartsWith("for-", StringComparison.Ordinal) && !reason.StartsWith("against-", StringComparison.Ordinal));
    });
}
