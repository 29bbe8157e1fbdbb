using Stanch.Bench.Accuracy.Training;

namespace Stanch.Accuracy.Tests;

public sealed class TrainingTests
{
    private const string Weights = "GenericModel.Weights.cs";
    private const string Levels = "LetterTriples.Levels.cs";

    /// <summary>Nobody tunes a weight by hand, and the same set gives the same weights.</summary>
    [Fact]
    public void TheWeightsAreThoseThatTrainingGives()
    {
        var root = RepositoryRoot.Find();
        var set = Path.Combine(root, "../shared/dev-sets/creddata.jsonl");
        Assert.SkipUnless(File.Exists(set), "no dev sets");
        var model = Path.Combine(root, "src/Stanch.Detection/Model");
        var folder = Directory.CreateTempSubdirectory("stanch-weights-");
        try
        {
            File.Copy(Path.Combine(model, Levels), Path.Combine(folder.FullName, Levels));
            new TrainingRun(set, folder.FullName).Execute(TextWriter.Null).ShouldBe(0, "the table of letters is not that of the training half: accuracy train, build, and train again");
            File.ReadAllText(Path.Combine(folder.FullName, Weights)).ShouldBe(File.ReadAllText(Path.Combine(model, Weights)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
