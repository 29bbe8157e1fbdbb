using System.Text.Json;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Terminals;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary><c>stanch baseline show</c>: the entries by detector and path.</summary>
internal static class BaselineListing
{
    public static ExitCode Run(bool asJson, Invocation here)
    {
        var scope = BaselineScope.Of([], filesOnly: true, here);
        var baseline = scope.Read();
        if (asJson) WriteJson(scope.Name, baseline, here);
        else WriteText(scope.Name, baseline, here);
        if (scope.Project.Configuration.FingerprintKey is not { Value: var key } || (baseline.KeyId is { } made && made != key.Id))
            here.Terminal.Error.WriteLine("stanch: the baseline is not applied: the configuration does not have the key that it was made with");
        return ExitCode.Clean;
    }

    private static void WriteText(string name, Baseline baseline, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        foreach (var detector in baseline.Entries.GroupBy(entry => entry.Detector).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Shown.Text(detector.Key));
            foreach (var entry in detector) output.WriteLine($"  {entry.Fingerprint}  {Shown.Text(entry.Path)}");
        }

        output.WriteLine($"{BaselineWork.Describe(baseline)} ({name})");
    }

    private static void WriteJson(string name, Baseline baseline, Invocation here)
    {
        using var json = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("file", name);
        json.WriteString("key", baseline.KeyId);
        json.WriteStartArray("entries");
        foreach (var entry in baseline.Entries)
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteString("detector", entry.Detector);
            json.WriteString("path", entry.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        JsonText.End(json, here.Terminal.Output);
    }
}
