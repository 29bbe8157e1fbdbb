using Stanch.Bench.Accuracy;
using Stanch.Catalogue;

namespace Stanch.Accuracy.Tests;

public sealed class QualityTests
{
    /// <summary>What <c>stanch detectors quality</c> shows is what can be measured, and no change makes detection worse unseen.</summary>
    [Fact]
    public void NoFigureFellByMoreThanHalfAPoint()
    {
        var sets = Path.Combine(RepositoryRoot.Find(), "../shared/dev-sets");
        Assert.SkipUnless(Directory.Exists(sets), "no dev sets");
        QualityRun.Losses(BuiltInCatalogue.Quality, new QualityRun(sets).Measure())
            .ShouldBeEmpty("if it must be so: accuracy quality ../shared/dev-sets catalogue/quality.json, and say why in the commit");
    }

    [Theory]
    [InlineData(0.90, 0.896, 0)]
    [InlineData(0.90, 0.894, 1)]
    [InlineData(0.90, 0.95, 0)]
    public void ALossIsSeen(double was, double now, int losses) =>
        QualityRun.Losses(Of(was), Of(now)).Count.ShouldBe(losses);

    [Fact]
    public void WhatIsNoLongerMeasuredIsALoss() =>
        QualityRun.Losses(Of(0.9), new MeasuredQuality(new Dictionary<string, double>(), new Dictionary<string, DetectorQuality>())).Count.ShouldBe(1);

    private static MeasuredQuality Of(double value) => new(new Dictionary<string, double> { ["recall"] = value }, new Dictionary<string, DetectorQuality>());
}
