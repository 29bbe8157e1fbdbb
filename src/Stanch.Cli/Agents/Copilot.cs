namespace Stanch.Cli.Agents;

/// <summary>GitHub Copilot: its command line and its agent in the cloud.</summary>
internal sealed class Copilot : CopilotHooks
{
    public override string Name => "copilot";

    public override string Title => "GitHub Copilot";
}
