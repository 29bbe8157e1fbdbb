namespace Stanch.Sources.Git.Packs;

/// <summary>A delta that is still to be walked, and what it is built on.</summary>
internal readonly record struct OpenBranch(int Entry, WalkedContent Base);
