namespace Stanch.Bench.Accuracy;

internal enum Outcome
{
    TruePositive,
    FalseNegative,
    FalsePositive,
    TrueNegative,
}
