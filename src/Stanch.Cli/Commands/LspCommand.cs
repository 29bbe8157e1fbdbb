using System.CommandLine;
using Stanch.Cli.JsonRpc;
using Stanch.Cli.Lsp;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch lsp</c>: a language server for editors.</summary>
internal static class LspCommand
{
    public static Command Create(Invocation here)
    {
        // Editors name the transport that they have chosen; there is only this one.
        var stdio = new Option<bool>("--stdio") { Description = "Talk on standard input and output, which is what it does anyway." };
        var command = new Command("lsp", "A language server on standard input and output: editors underline secrets while they are typed, and offer the way out.") { stdio };
        command.SetAction(_ => ServerRun.Run(here, (input, output) => new LspServer(new HeaderChannel(input, output), here).Run()));
        return command;
    }
}
