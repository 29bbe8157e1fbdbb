using System.CommandLine;
using Stanch.Cli.Doctor;

namespace Stanch.Cli.Commands;

/// <summary><c>stanch doctor</c>: what is off here, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create(Invocation here) => Make("Something is off? Looks at the program, git, this repository, hooks, configuration and network, and says how to mend what is wrong.", () => HealthChecks.All, here);

    /// <summary><c>stanch hook doctor</c>: the part that is about hooks.</summary>
    public static Command OfHooks(Invocation here) => Make("Say what keeps a hook from running, and how to mend it.", () => HealthChecks.OfHooks, here);

    private static Command Make(string description, Func<IReadOnlyList<IHealthCheck>> checks, Invocation here)
    {
        var format = new Option<string>("--format") { HelpName = "text|json", Description = "How it is written: text by default.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("doctor", description) { format };
        command.SetAction(result => (int)Examination.Run(checks(), result.GetValue(format) == "json", here));
        return command;
    }
}
