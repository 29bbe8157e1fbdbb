namespace Stanch.Cli.Completions;

/// <summary>What a shell proposes after an option, or as an argument.</summary>
/// <param name="Name">As the help calls it.</param>
/// <param name="Kind">What to propose.</param>
/// <param name="Words">The closed set; empty for other kinds.</param>
internal sealed record CompletedValue(string Name, ValueKind Kind, IReadOnlyList<string> Words);
