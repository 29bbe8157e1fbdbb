using System.Text.Json.Nodes;

namespace Stanch.Cli.Agents;

/// <summary>An AI agent that runs a command at its events: how its settings name the command, and which answers it understands.</summary>
internal interface IAgent
{
    /// <summary>As <c>--agent</c> takes it.</summary>
    string Name { get; }

    /// <summary>As people call it.</summary>
    string Title { get; }

    /// <summary>Its settings file of one project, relative to the project's root.</summary>
    string ProjectFile { get; }

    /// <summary>Its settings file of the user, relative to the home folder.</summary>
    string UserFile { get; }

    /// <summary>Whether it lets a hook rewrite a tool's result before the model sees it.</summary>
    bool RewritesResults { get; }

    /// <summary>Names our command at each event that carries text. Whatever else stands there stays.</summary>
    void AddTo(JsonObject settings, string command);

    /// <summary>The answer in its own form.</summary>
    AgentAnswer Answer(AgentEvent asked, AgentVerdict verdict);

    /// <summary>The answer when the event could not be checked and must not happen.</summary>
    AgentAnswer Refuse(string message) => AgentAnswer.Refusal(message);
}
