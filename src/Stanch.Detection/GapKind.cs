namespace Stanch.Detection;

/// <summary>Why something was not read.</summary>
public enum GapKind
{
    /// <summary>The user's configuration or options leave it out.</summary>
    Excluded,

    /// <summary>A device, socket, FIFO, or a link that leaves the tree.</summary>
    SpecialFile,

    /// <summary>Another repository inside this one, scanned by itself.</summary>
    Submodule,

    /// <summary>A pointer to content that Git LFS keeps elsewhere.</summary>
    LargeFileStorage,

    /// <summary>The system refused: permission, a vanished file, a read error.</summary>
    Unreadable,

    /// <summary>The data contradicts itself.</summary>
    Corrupt,

    /// <summary>It cannot be read without a key.</summary>
    Encrypted,

    /// <summary>A limit on size, depth or time was reached.</summary>
    Limit,

    /// <summary>The repository names it but does not hold it (shallow or partial clone).</summary>
    Absent,

    /// <summary>The scan was stopped before it.</summary>
    Interrupted,
}
