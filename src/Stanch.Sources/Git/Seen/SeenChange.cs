namespace Stanch.Sources.Git.Seen;

/// <summary>A change of one path; see <see cref="RawChange"/>.</summary>
/// <param name="Path">Number in the record's list of paths.</param>
internal readonly record struct SeenChange(int Path, ObjectId Old, ObjectId New, bool OldIsSubmodule, bool NewIsSubmodule);
