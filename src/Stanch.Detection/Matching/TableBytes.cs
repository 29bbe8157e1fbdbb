using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Stanch.Detection.Matching;

/// <summary>Reads prepared tables, little-endian, from the front.</summary>
/// <param name="inPlace">The data never moves and is as trusted as the program's code: tables stay where they lie.</param>
internal ref struct TableBytes(ReadOnlySpan<byte> data, bool inPlace)
{
    private ReadOnlySpan<byte> _rest = data;

    public bool IsInPlace { get; } = inPlace;

    /// <summary>How many bytes there are still.</summary>
    public readonly int Left => _rest.Length;

    public uint ReadInt() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    /// <exception cref="InvalidDataException">It is more than <paramref name="most"/>, or the data ends before it.</exception>
    public int ReadCount(int most, string what)
    {
        var value = ReadInt();
        return value <= (uint)most ? (int)value : throw new InvalidDataException($"the keyword table says {value} for its {what}, more than it can hold");
    }

    /// <summary>The same where <paramref name="size"/> bytes of each must follow.</summary>
    public int ReadCountOf(int size, string what) => ReadCount(_rest.Length / size, what);

    /// <exception cref="InvalidDataException">The data ends before it.</exception>
    public unsafe FixedTable<T> ReadTable<T>(int count) where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(Take(checked(count * sizeof(T))));
        return IsInPlace ? FixedTable<T>.InPlace(values) : FixedTable<T>.Copy(values);
    }

    /// <exception cref="InvalidDataException">The data ends before it.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("the keyword table is cut short");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
