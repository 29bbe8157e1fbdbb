namespace Stanch.Detection.Deltas;

/// <summary>A keyword that is to be looked at again in every blob that holds it.</summary>
/// <param name="Index">Which of the keyword indexes found it.</param>
/// <param name="Last">Offset of its last byte.</param>
internal readonly record struct KeptHit(int Index, int Last, int KeywordLength, int Detector);
