using System.CommandLine;
using System.Text.Json;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Configuring;
using Stanch.Cli.Scanning;
using Stanch.Cli.Terminals;
using Stanch.Policy;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch config show</c>: each value that holds here, and which file it came from.</summary>
internal static class ConfigCommand
{
    public static Command Create(Invocation here) => new("config", "What holds here, and who says so.") { Show(here), Check(here) };

    private static Command Show(Invocation here)
    {
        var path = new Argument<string?>("PATH") { Description = "The file or folder to ask for; the current folder by default.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var config = new Option<string?>("--config") { HelpName = "FILE", Description = "As for 'stanch scan'." };
        var command = new Command("show", "List each value, and the file and line it came from.") { path, json, config };
        command.SetAction(result => (int)Run(result.GetValue(path), result.GetValue(config), result.GetValue(json), here));
        return command;
    }

    private static Command Check(Invocation here)
    {
        var command = new Command("check", "Read every configuration, detector file and baseline of the project, and say what is wrong.");
        command.SetAction(_ => (int)ConfigurationCheckWork.Run(here));
        return command;
    }

    private static ExitCode Run(string? path, string? config, bool json, Invocation here)
    {
        if (path is not null && !Path.Exists(Path.GetFullPath(path, here.WorkingDirectory))) throw new UsageException($"no such file or folder: '{path}'");
        var root = ScanRoot.Of(path is null ? [] : [path], here.WorkingDirectory);
        var project = Project.Open(root, config, noConfig: false, here);
        var relative = root.Relative(path ?? ".", here.WorkingDirectory);
        var isFolder = relative.Length > 0 && Directory.Exists(Path.Combine(root.Folder, relative));
        // Meets the files of the folders on the way to the path; of a folder is asked what holds in it.
        var settings = ConfigurationListing.Of(project.Configuration, DateOnly.FromDateTime(here.Time.GetUtcNow().UtcDateTime), isFolder ? relative + "/x" : relative);
        if (project.Configuration.Problems is { Count: > 0 } problems) throw new ConfigurationException(problems);
        if (json) WriteJson(root, project.Configuration, settings, here);
        else WriteText(root, project.Configuration, settings, here);
        return ExitCode.Clean;
    }

    private static void WriteText(ScanRoot root, EffectiveConfiguration configuration, IReadOnlyList<ShownSetting> settings, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        var (keys, values) = (settings.Max(setting => setting.Key.Length), settings.Max(setting => Math.Min(setting.Value.Length, 40)));
        foreach (var setting in settings)
            output.WriteLine($"{setting.Key.PadRight(keys)}  {Shown.Text(setting.Value).PadRight(values)}  {setting.Origin}{(setting.Remark is null ? "" : $"  ({setting.Remark})")}");
        output.WriteLine();
        output.WriteLine($"Root: {root.Folder}");
        output.WriteLine(configuration.Files.Count == 0 ? "No configuration file holds here." : $"Files, the nearest last: {string.Join(", ", configuration.Files)}");
    }

    private static void WriteJson(ScanRoot root, EffectiveConfiguration configuration, IReadOnlyList<ShownSetting> settings, Invocation here)
    {
        using var json = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("root", root.Folder);
        JsonText.WriteList(json, "files", configuration.Files);
        json.WriteStartArray("settings");
        foreach (var setting in settings)
        {
            json.WriteStartObject();
            json.WriteString("key", setting.Key);
            json.WriteString("value", setting.Value);
            json.WriteString("origin", setting.Origin.ToString());
            json.WriteString("layer", JsonNamingPolicy.CamelCase.ConvertName(setting.Origin.Layer.ToString()));
            json.WriteString("remark", setting.Remark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        JsonText.End(json, here.Terminal.Output);
    }
}
