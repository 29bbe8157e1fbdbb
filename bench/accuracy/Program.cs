using Stanch.Bench.Accuracy;

// accuracy SET [--core] [--covered] [--evidence review|likely|confirmed] [--misses FILE]
// SET: a .jsonl file or a folder of them, in the formats of ../shared/dev-sets/README.md.
if (AccuracyOptions.TryParse(args, out var options, out var problem))
{
    return new AccuracyRun(options).Execute(Console.Out);
}

Console.Error.WriteLine(problem);
return 2;
