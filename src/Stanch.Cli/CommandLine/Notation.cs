using System.CommandLine;

namespace Stanch.Cli.CommandLine;

/// <summary>How commands, arguments and options are written where people read them: in the help and in the man page.</summary>
internal static class Notation
{
    /// <summary>The lines that say how a command is typed.</summary>
    /// <param name="command">The command.</param>
    /// <param name="path">All words up to it.</param>
    public static IEnumerable<string> UsageOf(Command command, string path)
    {
        if (command.Action is not null) yield return $"{path}{string.Concat(command.Arguments.Select(argument => " " + Of(argument)))} [options]";
        if (command.Subcommands.Count > 0) yield return $"{path} COMMAND …";
    }

    /// <summary>Its names and its value: <c>-h, --help</c>, <c>--jobs N</c>.</summary>
    public static string Of(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.Length == 2 && alias[0] == '-' && alias != "-?").Append(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static string Of(Argument argument) => (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
    {
        (0, 1) => $"[{argument.Name}]",
        (0, _) => $"[{argument.Name}…]",
        (_, 1) => argument.Name,
        _ => $"{argument.Name}…",
    };
}
