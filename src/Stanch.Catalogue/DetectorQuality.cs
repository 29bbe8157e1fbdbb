namespace Stanch.Catalogue;

/// <summary>How often a detector was right on labelled sets.</summary>
/// <param name="Right">Findings of what the label calls a secret.</param>
/// <param name="Wrong">Findings of what the label calls none.</param>
public readonly record struct DetectorQuality(int Right, int Wrong)
{
    /// <summary>From 0 to 1.</summary>
    public double Precision => Right / (double)Math.Max(1, Right + Wrong);
}
