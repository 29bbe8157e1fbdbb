using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stanch.Bench.Ratios;

/// <summary>What was measured last, and on which processor: caches differ, so ratios of another one say nothing.</summary>
internal sealed record RecordedRatios(string Processor, Dictionary<string, double> Ratios)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [JsonIgnore]
    public bool IsThisProcessor => Processor == ProcessorName();

    public static RecordedRatios Read() =>
        JsonSerializer.Deserialize<RecordedRatios>(File.ReadAllText(Place()), Indented) ?? throw new InvalidDataException($"{Place()} is empty");

    public static void Write(Dictionary<string, double> ratios)
    {
        var rounded = ratios.ToDictionary(ratio => ratio.Key, ratio => Math.Round(ratio.Value, 3));
        File.WriteAllText(Place(), JsonSerializer.Serialize(new RecordedRatios(ProcessorName(), rounded), Indented) + "\n");
        foreach (var (name, ratio) in rounded) Console.WriteLine($"{name}: {ratio:0.000}, recorded");
    }

    // The program lies in artifacts/bin/Ratios/release; what it compares with is part of the repository.
    private static string Place() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../bench/ratios/recorded.json"));

    private static string ProcessorName() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
