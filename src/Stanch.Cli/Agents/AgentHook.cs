using Stanch.Cli.CommandLine;
using Stanch.Cli.Hooks;
using Stanch.Cli.Terminals;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Agents;

/// <summary>Answers one event.</summary>
internal static class AgentHook
{
    private const int MostBytes = 64 << 20;

    /// <returns>The exit code, which is part of the answer.</returns>
    public static int Run(AgentSettings settings, Invocation here)
    {
        var agent = settings.Agent;
        AgentAnswer answer;
        try
        {
            using var input = StandardInput.Open();
            var asked = AgentEvent.Parse(ReadAll(input));
            agent ??= KnownAgents.Guess(asked);
            answer = Answer(agent, asked, settings, here);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            answer = Failure(agent, e, settings);
        }

        Write(answer, here);
        return answer.Exit;
    }

    private static AgentAnswer Answer(IAgent agent, AgentEvent asked, AgentSettings settings, Invocation here)
    {
        var scan = new AgentScan(settings, asked.Folder, here);
        var redacted = scan.Texts(asked);
        // A result that can be rewritten is waited for; else the file must not be read at all.
        if (settings.Policy != AgentPolicy.Redact || !agent.RewritesResults) scan.Files(asked);
        return scan.Found.Count == 0 ? AgentAnswer.None : agent.Answer(asked, new AgentVerdict(settings.Policy, AgentReason.Of(asked, scan.Found), redacted));
    }

    private static AgentAnswer Failure(IAgent? agent, Exception e, AgentSettings settings)
    {
        // What others say may quote what they read: only messages of our own are passed on.
        var what = e is AgentEventException or UsageException or ConfigurationException or SourceException ? QuotedInput.Hide(e.Message) : $"{e.GetType().Name} in stanch itself";
        var message = $"stanch could not check this: {what}";
        message += message[^1] is '.' or '?' ? "" : ".";
        if (settings.OnError == ErrorPolicy.Pass) return new AgentAnswer(null, $"{message} It goes on unchecked (--on-error pass).");
        message += " It is stopped because it is unchecked; 'stanch hook run agent --on-error pass' would let it pass.";
        return agent?.Refuse(message) ?? AgentAnswer.Refusal(message);
    }

    private static byte[] ReadAll(Stream input)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 << 10];
        int got;
        while ((got = input.Read(buffer)) > 0)
        {
            all.Write(buffer, 0, got);
            if (all.Length > MostBytes) throw new AgentEventException($"the event has more than {MostBytes >> 20} MiB");
        }

        return all.ToArray();
    }

    private static void Write(AgentAnswer answer, Invocation here)
    {
        if (answer.Message is not null) here.Terminal.Error.WriteLine(answer.Message);
        if (answer.Json is null) return;
        using var output = here.Terminal.OutputText();
        output.WriteLine(AgentJson.Line(answer.Json));
    }
}
