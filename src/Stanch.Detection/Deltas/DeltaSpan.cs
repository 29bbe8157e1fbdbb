namespace Stanch.Detection.Deltas;

/// <summary>A part of a blob that is searched, or taken over from its base.</summary>
/// <param name="IsKept">True where nothing that matters can have changed since the base.</param>
/// <param name="Shift">What to add to an offset here for the base's.</param>
internal readonly record struct DeltaSpan(int From, int To, bool IsKept, int Shift);
