using Stanch.Bench.Accuracy;
using Stanch.Bench.Accuracy.Training;

// accuracy SET [--core] [--covered] [--evidence review|likely|confirmed] [--misses FILE]
// SET: a .jsonl file or a folder of them, in the formats of ../shared/dev-sets/README.md.
// accuracy train SET FOLDER [--report]: fits the model of generic findings on the training repositories and writes its weights into src/Stanch.Detection/Model.
// accuracy quality SETS FILE: measures the watched figures on all sets of a folder and writes them (catalogue/quality.json).
if (args is ["quality", var sets, var file])
{
    return new QualityRun(sets).Write(file, Console.Out);
}

if (args is ["train", var trainingSet, var folder, ..])
{
    return new TrainingRun(trainingSet, folder).Execute(Console.Out);
}

if (AccuracyOptions.TryParse(args, out var options, out var problem))
{
    return new AccuracyRun(options).Execute(Console.Out);
}

Console.Error.WriteLine(problem);
return 2;
