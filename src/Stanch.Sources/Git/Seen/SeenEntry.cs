namespace Stanch.Sources.Git.Seen;

/// <summary>An object that was searched, or is a tree.</summary>
/// <param name="Bytes">How many were searched; 0 where nothing was.</param>
/// <param name="Matched">Which detectors had matches, as a number of the record; 0 for none.</param>
internal readonly record struct SeenEntry(ObjectId Id, long Bytes, int Matched);
