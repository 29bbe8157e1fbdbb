using System.CommandLine;
using Stanch.Cli.JsonRpc;
using Stanch.Cli.Mcp;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch mcp</c>: a Model Context Protocol server for AI agents.</summary>
internal static class McpCommand
{
    public static Command Create(Invocation here)
    {
        var command = new Command("mcp", "A Model Context Protocol server on standard input and output: agents scan texts and files of the current folder, and are told the way out; never a value.");
        command.SetAction(_ => ServerRun.Run(here, (input, output) => new McpServer(new LineChannel(input, output), here).Run()));
        return command;
    }
}
