namespace Stanch.Sources.Files;

/// <summary>Lists folders and opens files, nothing else. A path is bytes, because on Linux a name need not be text.</summary>
internal interface IFileSystem
{
    /// <summary>The entries of a folder, in no order, without itself and its parent.</summary>
    /// <exception cref="IOException">It cannot be listed; the message says why.</exception>
    List<FileEntry> List(FilePath folder, bool followLink);

    /// <summary>Opens a regular file for reading, never waiting for another program.</summary>
    /// <exception cref="IOException">It cannot be opened or is not a regular file; the message says why.</exception>
    IOpenFile Open(FilePath file, bool followLink);

    /// <summary>True for a device, socket or FIFO, or a link to one.</summary>
    bool IsSpecial(FilePath path);

    /// <summary>Where a link leads in the end; null where that is nowhere.</summary>
    string? ResolveLink(FilePath link);
}
