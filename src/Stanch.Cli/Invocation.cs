using Stanch.Cli.Terminals;

namespace Stanch.Cli;

/// <summary>What one run of the program has around it.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="WorkingDirectory">What relative paths start from.</param>
/// <param name="Variable">Gives an environment variable; null where it is not set.</param>
/// <param name="Time">The clock.</param>
internal sealed record Invocation(Terminal Terminal, string WorkingDirectory, Func<string, string?> Variable, TimeProvider Time)
{
    /// <summary>True where a machine reads what is written: no colour, no progress.</summary>
    public bool IsContinuousIntegration => Variable("CI") is { Length: > 0 } value && value is not ("0" or "false");

    /// <summary>True where the user or the terminal wants no colour: see https://no-color.org.</summary>
    public bool IsPlain => IsContinuousIntegration || Variable("NO_COLOR") is { Length: > 0 } || Variable("TERM") is "dumb";

    public static Invocation OfProcess() =>
        new(Terminal.OfProcess(), Environment.CurrentDirectory, Environment.GetEnvironmentVariable, TimeProvider.System);
}
