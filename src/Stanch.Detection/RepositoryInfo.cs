namespace Stanch.Detection;

/// <summary>The repository that was scanned.</summary>
/// <param name="Root">The directory of its working tree, or of the repository itself where it is bare.</param>
/// <param name="RemoteUrl">The address of <c>origin</c> with any credentials taken out; null where there is none.</param>
/// <param name="Head">The commit at HEAD; null in an empty repository.</param>
/// <param name="Branch">The branch at HEAD; null when detached.</param>
public sealed record RepositoryInfo(string Root, string? RemoteUrl, string? Head, string? Branch);
