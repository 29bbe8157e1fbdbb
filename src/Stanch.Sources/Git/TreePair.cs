namespace Stanch.Sources.Git;

/// <summary>Two trees to compare, and the number that the caller knows the comparison by.</summary>
internal readonly record struct TreePair(ObjectId Old, ObjectId New, int Number);
