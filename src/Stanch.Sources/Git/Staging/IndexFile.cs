using System.Buffers.Binary;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git.Staging;

/// <summary>
/// The index, mapped: versions 2 to 4. A split or sparse one, or any with a part that must be understood and is not, counts as not known.
/// Format: https://git-scm.com/docs/gitformat-index
/// </summary>
internal sealed class IndexFile : IDisposable
{
    public const int HeaderLength = 12;

    private const uint Magic = 0x44495243;
    private const uint CachedTrees = 0x54524545;
    private const int ExtensionHeader = 8;

    private readonly MappedFile _file;

    private IndexFile(MappedFile file, int idLength)
    {
        _file = file;
        IdLength = idLength;
        Trees = CachedTree.Unknown;
    }

    /// <summary>Bytes of an id: 20 or 32.</summary>
    public int IdLength { get; }

    public int Version { get; private set; }

    public int Count { get; private set; }

    /// <summary>Ids of the folders that the index holds unchanged since they were last written as trees.</summary>
    public CachedTree Trees { get; private set; }

    /// <summary>Everything before the checksum at its end.</summary>
    public ReadOnlySpan<byte> Bytes => _file.Slice(0, (int)Math.Min(int.MaxValue, _file.Length - IdLength));

    /// <summary>Null where it is of a form that is not known here, be it damaged.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The system refuses.</exception>
    public static IndexFile? Open(string path, int idLength)
    {
        var index = new IndexFile(MappedFile.Open(path, HeaderLength + idLength), idLength);
        if (index.TryReadHeader() && index.TryReadExtensions()) return index;
        index.Dispose();
        return null;
    }

    public void Dispose() => _file.Dispose();

    private bool TryReadHeader()
    {
        var header = Bytes;
        Version = (int)BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        Count = (int)BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        return BinaryPrimitives.ReadUInt32BigEndian(header) == Magic && Version is 2 or 3 or 4 && Count >= 0 && _file.Length < int.MaxValue;
    }

    private bool TryReadExtensions()
    {
        var cursor = new IndexCursor(this);
        if (!cursor.TrySkip(Count)) return false;
        var rest = Bytes[cursor.Next..];
        while (rest.Length > 0)
        {
            if (rest.Length < ExtensionHeader) return false;
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            // What starts with a small letter changes what the entries mean.
            if (rest[0] is < (byte)'A' or > (byte)'Z' || length > rest.Length - ExtensionHeader) return false;
            var content = rest.Slice(ExtensionHeader, (int)length);
            if (BinaryPrimitives.ReadUInt32BigEndian(rest) == CachedTrees) Trees = CachedTree.Read(content, IdLength);
            rest = rest[(ExtensionHeader + (int)length)..];
        }
        return true;
    }
}
