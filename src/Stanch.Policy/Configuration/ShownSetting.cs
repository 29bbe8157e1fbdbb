namespace Stanch.Policy;

/// <summary>One line of <c>stanch config show</c>.</summary>
/// <param name="Key">The key, with a dot for nesting.</param>
/// <param name="Value">As a person reads it; never a key's own text.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Remark">What should be mended; null for nothing.</param>
public sealed record ShownSetting(string Key, string Value, ConfigurationOrigin Origin, string? Remark = null);
