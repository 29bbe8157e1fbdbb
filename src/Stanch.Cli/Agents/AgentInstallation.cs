using System.Text.Json;
using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Agents;

/// <summary>Writes our command into agents' settings files, or takes it out of them. What else stands there stays; a file that is right already is not written.</summary>
internal static class AgentInstallation
{
    /// <param name="names">Names of agents, or <c>all</c>.</param>
    /// <param name="isOfUser">In the home folder, for every project, instead of this project's.</param>
    /// <param name="options">What <c>stanch hook run agent</c> is to be given besides the agent's name.</param>
    public static ExitCode Install(IReadOnlyList<string> names, bool isOfUser, string options, Invocation here) =>
        Change(names, isOfUser, here, "installed", "was installed already", (agent, settings) => agent.AddTo(settings, Command(agent, options, here)));

    public static ExitCode Uninstall(IReadOnlyList<string> names, bool isOfUser, Invocation here) =>
        Change(names, isOfUser, here, "taken out", "was not there", (_, settings) => HookEntries.Remove(settings));

    /// <summary>The settings files of all agents that hold here: this project's and the user's.</summary>
    public static IEnumerable<AgentSettingsFile> Places(Invocation here)
    {
        var (project, home) = (ScanRoot.Of(here.WorkingDirectory).Folder, HomeOf(here));
        foreach (var agent in KnownAgents.All)
        {
            yield return new AgentSettingsFile(agent, Path.Join(project, agent.ProjectFile), IsOfUser: false);
            // In the home folder itself the two can be one.
            if (home is not null && (home != project || agent.UserFile != agent.ProjectFile)) yield return new AgentSettingsFile(agent, Path.Join(home, agent.UserFile), IsOfUser: true);
        }
    }

    /// <exception cref="UsageException">It cannot be read, or is no plain JSON.</exception>
    public static JsonObject Read(string file) => ReadText(file) is var text && text.AsSpan().Trim().Length == 0 ? [] : Parse(text, file);

    private static ExitCode Change(IReadOnlyList<string> names, bool isOfUser, Invocation here, string done, string nothing, Action<IAgent, JsonObject> change)
    {
        var folder = isOfUser ? Home(here) : ScanRoot.Of(here.WorkingDirectory).Folder;
        using var output = here.Terminal.OutputText();
        foreach (var agent in Chosen(names))
        {
            var file = Path.Join(folder, isOfUser ? agent.UserFile : agent.ProjectFile);
            var isChanged = Change(file, agent, change);
            output.WriteLine($"{agent.Title}: {(isChanged ? done : nothing)}, {file}");
        }

        return ExitCode.Clean;
    }

    private static bool Change(string file, IAgent agent, Action<IAgent, JsonObject> change)
    {
        var isThere = File.Exists(file);
        var settings = isThere ? Read(file) : [];
        var known = AgentJson.Page(settings);
        change(agent, settings);
        var after = AgentJson.Page(settings);
        if (after == known || (!isThere && settings.Count == 0)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        WholeFile.Write(file, after);
        return true;
    }

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read: {e.Message}");
        }
    }

    // Comments would be lost: such a file is left to its owner.
    private static JsonObject Parse(string text, string file)
    {
        try
        {
            var settings = JsonNode.Parse(text) as JsonObject ?? throw new UsageException($"'{file}' is no JSON object: mend it first");
            _ = settings.Count;
            return settings;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new UsageException($"'{file}' is no plain JSON (a comment, a comma too many?) and is left as it is: {e.Message} Mend it, or add the command 'stanch {HookEntries.Mark}' to its hooks by hand; docs/agents.md shows how");
        }
    }

    private static IEnumerable<IAgent> Chosen(IReadOnlyList<string> names)
    {
        var words = names.SelectMany(name => name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return words.Contains("all") ? KnownAgents.All : [.. words.Select(KnownAgents.Get).Distinct()];
    }

    // A file that others share names the program as they find it; the full path only where no search path leads to it.
    private static string Command(IAgent agent, string options, Invocation here)
    {
        var program = OnPath.Find("stanch", here) is not null || Environment.ProcessPath is not { } path ? "stanch" : path.Contains(' ') ? $"\"{path}\"" : path;
        return $"{program} {HookEntries.Mark} --agent {agent.Name}{options}";
    }

    private static string? HomeOf(Invocation here) => here.Variable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME") is { Length: > 0 } home ? home : null;

    private static string Home(Invocation here) =>
        HomeOf(here) ?? throw new UsageException("there is no home folder (HOME is not set): install into a project instead");
}
