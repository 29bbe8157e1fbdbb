namespace Stanch.Bench.Accuracy.Training;

/// <summary>A full tree of fixed depth: splits from the root level by level, then leaves in thousandths and how many samples led to each.</summary>
internal sealed record Tree(byte[] Features, byte[] Thresholds, short[] Leaves, ushort[] Covers);
