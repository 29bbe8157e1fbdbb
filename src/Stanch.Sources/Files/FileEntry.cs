namespace Stanch.Sources.Files;

/// <summary>An entry of a folder.</summary>
internal readonly record struct FileEntry(byte[] Name, FileKind Kind);
