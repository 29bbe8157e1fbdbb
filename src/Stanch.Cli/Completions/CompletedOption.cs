namespace Stanch.Cli.Completions;

/// <summary>An option as a shell knows it.</summary>
/// <param name="Names">Long ones first.</param>
/// <param name="Summary">One short sentence.</param>
/// <param name="Value">Null for a switch.</param>
/// <param name="IsRepeatable">True where it may be given again.</param>
internal sealed record CompletedOption(IReadOnlyList<string> Names, string Summary, CompletedValue? Value, bool IsRepeatable);
