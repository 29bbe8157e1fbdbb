namespace Stanch.Cli.Agents;

/// <summary>The agents of Visual Studio Code.</summary>
internal sealed class VsCode : CopilotHooks
{
    public override string Name => "vscode";

    public override string Title => "VS Code";
}
