using Stanch.Detection.Model;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>What the model says of each repository when it was fitted to the others.</summary>
internal static class CrossValidation
{
    /// <param name="graded">Whether a test's or an example's path counts.</param>
    public static List<(Sample Sample, int Score)> Run(IReadOnlyList<Sample> samples, bool graded)
    {
        var scored = new List<(Sample, int)>(samples.Count);
        foreach (var repository in samples.Select(sample => sample.Record.Repository).Distinct().Order(StringComparer.Ordinal))
        {
            var model = TrainedModel.Fit([.. samples.Where(sample => sample.Record.Repository != repository)]);
            scored.AddRange(samples.Where(sample => sample.Record.Repository == repository).Select(sample => (sample, model.Score(sample, graded))));
        }

        return scored;
    }

    /// <summary>Weighted precision and recall of what scores this and more.</summary>
    public static (double Precision, double Recall) At(IReadOnlyList<(Sample Sample, int Score)> scored, int floor)
    {
        double found = 0, noise = 0, all = 0;
        foreach (var (sample, score) in scored.Where(pair => !pair.Sample.IsLeftOut))
        {
            all += sample.IsSecret ? sample.Weight : 0;
            found += sample.IsSecret && score >= floor ? sample.Weight : 0;
            noise += !sample.IsSecret && score >= floor ? sample.Weight : 0;
        }

        return (found / Math.Max(1e-9, found + noise), found / Math.Max(1e-9, all));
    }

    public static double LogLoss(IReadOnlyList<(Sample Sample, int Score)> scored)
    {
        var known = scored.Where(pair => !pair.Sample.IsLeftOut).ToArray();
        return known.Sum(pair => pair.Sample.Weight * Math.Log(1 + Math.Exp((pair.Sample.IsSecret ? -1 : 1) * pair.Score / (double)GenericModel.Scale))) / known.Sum(pair => pair.Sample.Weight);
    }
}
