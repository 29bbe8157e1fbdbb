namespace Stanch.Bench.Accuracy;

/// <summary>What the command line asks for.</summary>
/// <param name="Covered">Leaves out what is no secret by itself (identifiers) and stand-ins that the engine drops on purpose; says how many.</param>
/// <param name="Half">Only the repositories that may train (their id starts with a digit), or only those that measure; null for both.</param>
internal sealed record AccuracyOptions(string Set, bool Core, Evidence Evidence, string? Misses, bool Covered = false, Half? Half = null, bool ByDetector = false)
{
    private const string Usage =
        "usage: accuracy SET [--core] [--covered] [--train|--measure] [--evidence review|likely|confirmed] [--by-detector] [--misses FILE]   (SET: a .jsonl file or a folder of them)";

    public static bool TryParse(string[] args, out AccuracyOptions options, out string problem)
    {
        options = new AccuracyOptions("", false, Evidence.Review, null);
        problem = Usage;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--core":
                    options = options with { Core = true };
                    break;
                case "--covered":
                    options = options with { Covered = true };
                    break;
                case "--by-detector":
                    options = options with { ByDetector = true };
                    break;
                case "--train":
                    options = options with { Half = Accuracy.Half.Train };
                    break;
                case "--measure":
                    options = options with { Half = Accuracy.Half.Measure };
                    break;
                case "--evidence" when i + 1 < args.Length && Enum.TryParse<Evidence>(args[i + 1], ignoreCase: true, out var evidence):
                    options = options with { Evidence = evidence };
                    i++;
                    break;
                case "--misses" when i + 1 < args.Length:
                    options = options with { Misses = args[++i] };
                    break;
                case var set when !set.StartsWith('-') && options.Set.Length == 0:
                    options = options with { Set = set };
                    break;
                default:
                    return false;
            }
        }

        if (options.Set.Length > 0 && !File.Exists(options.Set) && !Directory.Exists(options.Set))
        {
            problem = $"no such set: {options.Set}";
            return false;
        }

        return options.Set.Length > 0;
    }
}
