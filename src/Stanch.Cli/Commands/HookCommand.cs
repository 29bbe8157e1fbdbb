using System.CommandLine;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch hook</c>: git calls Stanch on every commit and push.</summary>
internal static class HookCommand
{
    public static Command Create(Invocation here) => new("hook", "Stop secrets on every commit and push.")
    {
        HookRunCommand.Create(here),
    };
}
