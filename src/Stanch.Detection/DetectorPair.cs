namespace Stanch.Detection;

/// <summary>The other half that a secret is used with.</summary>
/// <param name="With">The other detector's id.</param>
/// <param name="Within">How many lines apart they may stand.</param>
public sealed record DetectorPair(string With, int Within);
