namespace Stanch.Detection;

/// <summary>Why a finding does not count.</summary>
/// <param name="By">Where the decision stands: <c>baseline</c>, <c>inline</c>, <c>config</c>.</param>
/// <param name="Reason">The person's own words; null where none were given.</param>
/// <param name="Owner">Who decided; null where not said.</param>
/// <param name="Expires">The last day on which it holds; null for always.</param>
public sealed record Ignore(string By, string? Reason = null, string? Owner = null, DateOnly? Expires = null);
