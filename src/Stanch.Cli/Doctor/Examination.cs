using System.Text.Json;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Doctor;

/// <summary>Runs checks and writes what they found: exit code 3 where something does not work.</summary>
internal static class Examination
{
    public static ExitCode Run(IReadOnlyList<IHealthCheck> checks, bool isJson, Invocation here)
    {
        var found = checks.Select(check => (check.Name, Lines: Look(check, here))).ToList();
        var worst = found.SelectMany(check => check.Lines).Max(line => line.State);
        if (isJson) WriteJson(found, worst, here);
        else WriteText(found, worst, here);
        return worst == HealthState.Problem ? ExitCode.Incomplete : ExitCode.Clean;
    }

    // One thing that is broken must not hide what the others say.
    private static IReadOnlyList<HealthLine> Look(IHealthCheck check, Invocation here)
    {
        try
        {
            return [.. check.Look(here)];
        }
        catch (Exception e) when (e is SourceException or UsageException or ConfigurationException or IOException or UnauthorizedAccessException)
        {
            return [HealthLine.Problem($"it cannot be looked at: {e.Message}", "mend what that names, and ask again")];
        }
    }

    private static void WriteText(List<(string Name, IReadOnlyList<HealthLine> Lines)> found, HealthState worst, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        var column = found.Max(check => check.Name.Length);
        foreach (var (name, lines) in found)
        {
            foreach (var line in lines)
            {
                output.WriteLine($"{Words.Of(line.State),-7}  {name.PadRight(column)}  {Shown.Text(line.Text)}");
                if (line.Mend is not null) output.WriteLine($"{"",-7}  {"".PadRight(column)}  → {Shown.Text(line.Mend)}");
            }
        }

        output.WriteLine();
        output.WriteLine(worst == HealthState.Ok ? "Nothing is wrong." : $"{Count(found, HealthState.Problem, "problem")}, {Count(found, HealthState.Warning, "warning")}.");
    }

    private static string Count(List<(string Name, IReadOnlyList<HealthLine> Lines)> found, HealthState state, string word) =>
        Counted.Of(found.SelectMany(check => check.Lines).Count(line => line.State == state), word);

    private static void WriteJson(List<(string Name, IReadOnlyList<HealthLine> Lines)> found, HealthState worst, Invocation here)
    {
        using var json = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("version", ProgramVersion.Text);
        json.WriteString("state", Words.Of(worst));
        json.WriteStartArray("checks");
        foreach (var (name, line) in found.SelectMany(check => check.Lines.Select(line => (check.Name, line))))
        {
            json.WriteStartObject();
            json.WriteString("check", name);
            json.WriteString("state", Words.Of(line.State));
            json.WriteString("text", line.Text);
            json.WriteString("mend", line.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        JsonText.End(json, here.Terminal.Output);
    }
}
