using System.IO.Compression;

namespace Stanch.Sources.Git.Packs;

/// <summary>Unfolds through the public classes, which cost several allocations a stream: for a runtime that has its library elsewhere.</summary>
internal sealed unsafe class ManagedInflater : Inflater
{
    public override bool TryInflate(ReadOnlySpan<byte> source, Span<byte> destination, out int used)
    {
        used = -1;
        fixed (byte* start = source)
        {
            try
            {
                using var zlib = Open(start, source.Length);
                return zlib.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) == destination.Length && zlib.ReadByte() < 0;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }

    public override int InflateStart(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        fixed (byte* start = source)
        {
            try
            {
                using var zlib = Open(start, source.Length);
                return zlib.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
            }
            catch (InvalidDataException)
            {
                return 0;
            }
        }
    }

    public override void Dispose() { }

    private static ZLibStream Open(byte* start, int length) => new(new UnmanagedMemoryStream(start, length), CompressionMode.Decompress);
}
