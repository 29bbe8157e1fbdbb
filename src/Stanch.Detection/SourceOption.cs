namespace Stanch.Detection;

/// <summary>An option of a source.</summary>
/// <param name="Name">Without dashes: <c>since</c>.</param>
/// <param name="Summary">One sentence for the help.</param>
/// <param name="ValueName">What stands after it in the help (<c>COMMIT</c>); null for a switch.</param>
public sealed record SourceOption(string Name, string Summary, string? ValueName = null);
