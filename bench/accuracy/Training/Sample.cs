namespace Stanch.Bench.Accuracy.Training;

/// <summary>An assigned value with what a person said of it.</summary>
/// <param name="Weight">How much it counts: a repository with many does not outvote the others.</param>
/// <param name="IsLeftOut">Nobody could say; it trains a little and measures nothing.</param>
/// <param name="CanBeLikely">Detector, value and place allow more than review.</param>
internal sealed record Sample(LabelledCase Record, int Line, string Text, byte[] Features, bool InTest, bool InExample, bool IsSecret, double Weight, bool IsLeftOut, bool CanBeLikely);
