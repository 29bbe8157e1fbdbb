namespace Stanch.Sources.Git.Packs;

/// <summary>How the reading of a whole store went.</summary>
/// <param name="IsFinished">False where it was stopped from outside before it was done.</param>
/// <param name="Faults">Parts of the store that could not be opened.</param>
internal readonly record struct StoreReading(bool IsFinished, IReadOnlyList<StoreFault> Faults);
