namespace Stanch.Sources.Git.Packs;

/// <summary>A part of the store that could not be opened, so that nothing in it is read.</summary>
internal readonly record struct StoreFault(GapKind Kind, string Detail);
