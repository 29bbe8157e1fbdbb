namespace Stanch.Bench.Accuracy;

/// <summary>Which repositories of a set: targets hold for those that nothing was fitted to.</summary>
internal enum Half
{
    Train,
    Measure,
}
