namespace Stanch.Detection;

/// <summary>What a detector's matches must pass, where that differs from the defaults.</summary>
/// <param name="Entropy">Floor in bits a character; 0 for none; null for what random text of that length and alphabet has, less a margin.</param>
/// <param name="Placeholder">Whether text that stands for a secret (<c>YOUR_TOKEN</c>, <c>xxxx</c>) is dropped.</param>
/// <param name="Words">Whether text that is made of words is dropped; null for the default of its context.</param>
public sealed record DetectorFilters(double? Entropy = null, bool Placeholder = true, bool? Words = null)
{
    public static readonly DetectorFilters Default = new();
}
