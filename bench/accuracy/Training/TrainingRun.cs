using System.Globalization;
using Stanch.Detection.Model;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>
/// Fits the model and writes its two files. The letters come first: where their table changed, build and run again, for the trees look at values
/// through it.
/// </summary>
internal sealed class TrainingRun(string set, string folder)
{
    // Likely blocks a build, so that it has to be right as often as is asked of what blocks; review costs a look. Of what the gates leave, which drop the easy ones.
    private const double LikelyPrecision = 0.97;
    private const double ReviewPrecision = 0.83;
    private const int HighestFloor = 4000;
    private const int FloorStep = 50;

    public int Execute(TextWriter output)
    {
        var records = LabelledCase.ReadAll(set).Where(record => record.Labels is not null && record.Half == Half.Train).ToList();
        var triples = WeightsWriter.Triples(LetterTriplesTrainer.Train(records));
        if (Replace("LetterTriples.Levels.cs", triples))
        {
            output.WriteLine("the table of letters changed: build and train again");
            return 1;
        }

        var samples = new SampleReader().Read(records);
        var scored = CrossValidation.Run(samples, graded: true);
        var (likely, review) = Thresholds(scored, CrossValidation.Run(samples, graded: false));
        Report(output, samples, scored, likely, review);
        output.WriteLine(Replace("GenericModel.Weights.cs", WeightsWriter.Model(TrainedModel.Fit(samples), likely, review)) ? "the weights changed" : "the weights are as before");
        return 0;
    }

    // The lowest sums that are right often enough on repositories that were not trained on.
    private static (int Likely, int Review) Thresholds(IReadOnlyList<(Sample Sample, int Score)> graded, IReadOnlyList<(Sample Sample, int Score)> anywhere) =>
        (LowestFloor([.. graded.Where(pair => pair.Sample.CanBeLikely)], LikelyPrecision), LowestFloor(anywhere, ReviewPrecision));

    private static int LowestFloor(IReadOnlyList<(Sample Sample, int Score)> scored, double precision)
    {
        for (var floor = -HighestFloor; floor < HighestFloor; floor += FloorStep)
        {
            if (CrossValidation.At(scored, floor).Precision >= precision)
            {
                return floor;
            }
        }

        return HighestFloor;
    }

    private static void Report(TextWriter output, List<Sample> samples, List<(Sample Sample, int Score)> scored, int likely, int review)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{samples.Count} values, {samples.Count(sample => sample.IsSecret)} of them secrets; log loss {CrossValidation.LogLoss(scored):F4} by repository"));
        for (var floor = -3000; floor <= 4000; floor += 500)
        {
            var (precision, recall) = CrossValidation.At(scored, floor);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  from {floor,5}: precision {precision:F3} recall {recall:F3}"));
        }

        output.WriteLine($"likely from {likely}, review from {review}");
        foreach (var (sample, score) in scored.Where(pair => !pair.Sample.IsLeftOut && pair.Sample.IsSecret ? pair.Score < review : pair.Score >= likely).OrderBy(pair => pair.Score))
        {
            output.WriteLine($"{(sample.IsSecret ? "missed" : "noisy")} {score} {sample.Record.Path}:{sample.Line} {sample.Text} | {sample.Record.Text.Split('\n')[sample.Line - 1].Trim()}"[..Math.Min(260, 20 + sample.Record.Path.Length + sample.Text.Length)]);
        }
    }

    private bool Replace(string name, string text)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        File.WriteAllText(path, text);
        return true;
    }
}
