using System.Runtime.CompilerServices;

namespace Stanch.Detection.Matching;

/// <summary>Hits of one lane, in order of position.</summary>
internal sealed class HitLane(int capacity)
{
    private readonly int[] _positions = GC.AllocateUninitializedArray<int>(capacity);
    private readonly ushort[] _states = GC.AllocateUninitializedArray<ushort>(capacity);
    private int _count;

    public int Count => _count;

    /// <summary>The offset of the keyword's last byte.</summary>
    public int Position(int index) => _positions[index];

    /// <summary>The reporting state, numbered from 0.</summary>
    public int State(int index) => _states[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int position, uint state)
    {
        _positions[_count] = position;
        _states[_count] = (ushort)state;
        _count++;
    }

    public void Clear() => _count = 0;
}
