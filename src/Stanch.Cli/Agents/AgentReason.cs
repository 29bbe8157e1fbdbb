using System.Text;
using Stanch.Detection;

namespace Stanch.Cli.Agents;

/// <summary>What the person and the model are told. It names kinds and places, and holds no part of a secret.</summary>
internal static class AgentReason
{
    private const int MostListed = 5;

    public static string Of(AgentEvent asked, IReadOnlyList<Finding> found)
    {
        var text = new StringBuilder($"stanch found {(found.Count == 1 ? "a secret" : $"{found.Count} secrets")} {Where(asked)}:");
        foreach (var finding in found.Take(MostListed)) text.Append($" {finding.Detector.Name} ({Evidence(finding)}) at {finding.Provenance.Path}:{finding.Location.Line};");
        if (found.Count > MostListed) text.Append($" and {found.Count - MostListed} more;");
        text.Length--;
        text.Append(". Do not pass the value on: ").Append(Advice(found[0].Detector));
        text.Append($" If it has been shown already, it counts as leaked: stanch guide {found[0].Detector.Id}");
        return text.ToString();
    }

    private static string Where(AgentEvent asked) => asked.Moment switch
    {
        AgentMoment.Prompt => "in the prompt",
        AgentMoment.Before when asked.Tool.Length > 0 => $"in what {asked.Tool} is asked to do",
        AgentMoment.Before => "in what is about to happen",
        AgentMoment.After when asked.Tool.Length > 0 => $"in the result of {asked.Tool}",
        AgentMoment.After => "in a result",
        _ => "in an event",
    };

    private static string Evidence(Finding finding) => CommandLine.Words.Of(finding.Evidence);

    private static string Advice(Detector detector) => detector.Variables.Count > 0
        ? $"let the program read it from its environment (${detector.Variables[0]}) or from a secret store."
        : "let the program read it from its environment or from a secret store.";
}
