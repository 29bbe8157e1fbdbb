namespace Stanch.Policy;

/// <summary>A value and where it came from.</summary>
public sealed record Setting<T>(T Value, ConfigurationOrigin Origin);
