namespace Stanch.Cli.Doctor;

/// <summary>What a check found.</summary>
/// <param name="State">How well it stands.</param>
/// <param name="Text">What it is, in one sentence.</param>
/// <param name="Mend">What to do about it; null where nothing is to be done.</param>
internal sealed record HealthLine(HealthState State, string Text, string? Mend)
{
    public static HealthLine Ok(string text) => new(HealthState.Ok, text, null);

    public static HealthLine Warning(string text, string mend) => new(HealthState.Warning, text, mend);

    public static HealthLine Problem(string text, string mend) => new(HealthState.Problem, text, mend);
}
