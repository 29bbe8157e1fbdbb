using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stanch.Detection.Matching;

/// <summary>Numbers at an address that does not change: read through a pointer, and where they lie in the program itself neither copied nor touched at a start.</summary>
internal sealed class FixedTable<T> where T : unmanaged
{
    private readonly T[]? _owned;

    private unsafe FixedTable(T[]? owned, ref T first, int length)
    {
        _owned = owned;
        Length = length;
        Start = (T*)Unsafe.AsPointer(ref first);
    }

    public unsafe T* Start { get; }

    public int Length { get; }

    public unsafe ReadOnlySpan<T> Span => _owned is null ? new ReadOnlySpan<T>(Start, Length) : _owned;

    public unsafe T this[int index] => (uint)index < (uint)Length ? Start[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public static FixedTable<T> Copy(ReadOnlySpan<T> values)
    {
        var owned = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        values.CopyTo(owned);
        return new FixedTable<T>(owned, ref MemoryMarshal.GetArrayDataReference(owned), owned.Length);
    }

    /// <param name="values">Never move and never go away.</param>
    public static FixedTable<T> InPlace(ReadOnlySpan<T> values) => new(null, ref MemoryMarshal.GetReference(values), values.Length);
}
