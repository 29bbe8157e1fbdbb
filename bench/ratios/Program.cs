using Stanch.Bench.Ratios;

// ratios [--record]: see bench/ratios/README.md
var folder = Directory.CreateTempSubdirectory("stanch-ratios-").FullName;
try
{
    var recorded = RecordedRatios.Read();
    var stages = Stages.All(folder);
    if (args is ["--record"])
    {
        RecordedRatios.Write(stages.ToDictionary(stage => stage.Name, stage => Measurement.Ratio(stage)));
        return 0;
    }

    bool[] verdicts = [.. stages.Select(stage => Verdict.Holds(stage, recorded))];
    return verdicts.All(holds => holds) ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
