using Stanch.Detection.Model;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>The fitted parts: trees of the content, trees of the file's kind, and what a test's or an example's path takes away.</summary>
internal sealed record TrainedModel(int Bias, IReadOnlyList<Tree> Content, IReadOnlyList<Tree> Place, int TestWeight, int ExampleWeight)
{
    private const int ContentRounds = 90;
    private const int PlaceRounds = 20;

    // People who labelled excerpts did not ask whether a test's secret opens anything; a scan's user does.
    private const int LeastTestPenalty = 250;
    private const int LeastExamplePenalty = 700;
    private const double Rate = 0.3;

    public static TrainedModel Fit(IReadOnlyList<Sample> samples)
    {
        var share = samples.Where(sample => sample.IsSecret).Sum(sample => sample.Weight) / samples.Sum(sample => sample.Weight);
        var bias = (int)Math.Round(Math.Log(share / (1 - share)) * GenericModel.Scale);
        var scores = Enumerable.Repeat(bias / (double)GenericModel.Scale, samples.Count).ToArray();
        var content = new TreeTrainer(samples, feature => feature is not Feature.FileKind).Boost(ContentRounds, scores);
        var place = new TreeTrainer(samples, feature => feature == Feature.FileKind || IsCoarse(feature)).Boost(PlaceRounds, scores);
        return new TrainedModel(bias, content, place, Penalty(samples, scores, LeastTestPenalty, sample => sample.InTest), Penalty(samples, scores, LeastExamplePenalty, sample => sample.InExample));
    }

    /// <summary>The log-odds of a sample, in thousandths.</summary>
    public int Score(Sample sample, bool graded) =>
        Bias + Content.Sum(tree => GenericModel.Sum(sample.Features, tree.Features, tree.Thresholds, tree.Leaves))
        + Place.Sum(tree => GenericModel.Sum(sample.Features, tree.Features, tree.Thresholds, tree.Leaves))
        + (graded && sample.InTest ? TestWeight : 0) + (graded && sample.InExample ? ExampleWeight : 0);

    /// <summary>The most that the place can add.</summary>
    public int MostOfPlace => Place.Sum(tree => tree.Leaves.Max());

    // What the kind of a file may be weighed together with.
    private static bool IsCoarse(Feature feature) => feature is Feature.Quoted or Feature.Shape or Feature.Separator or Feature.InComment or Feature.WordLikeness;

    private static int Penalty(IReadOnlyList<Sample> samples, double[] scores, int least, Func<Sample, bool> applies)
    {
        double g = 0, h = 1;
        for (var i = 0; i < samples.Count; i++)
        {
            if (applies(samples[i]))
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                g += samples[i].Weight * (p - (samples[i].IsSecret ? 1 : 0));
                h += samples[i].Weight * p * (1 - p);
            }
        }

        return Math.Min(-least, (int)Math.Round(-g / h * Rate * GenericModel.Scale));
    }
}
