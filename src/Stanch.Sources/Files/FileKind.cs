namespace Stanch.Sources.Files;

/// <summary>What an entry of a folder is.</summary>
internal enum FileKind
{
    File,
    Folder,
    Link,

    /// <summary>A device, socket or FIFO.</summary>
    Special,
}
