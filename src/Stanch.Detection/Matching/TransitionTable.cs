using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stanch.Detection.Matching;

/// <summary>The next state of each state and class, at an address that does not change: the scan reads it through a pointer.</summary>
internal sealed class TransitionTable
{
    private readonly ushort[]? _owned;
    private readonly int _length;

    private unsafe TransitionTable(ushort[]? owned, ref ushort first, int length)
    {
        _owned = owned;
        _length = length;
        Start = (ushort*)Unsafe.AsPointer(ref first);
    }

    public unsafe ushort* Start { get; }

    public unsafe ReadOnlySpan<ushort> Span => new(Start, _length);

    public static TransitionTable Copy(ReadOnlySpan<ushort> transitions)
    {
        var owned = GC.AllocateUninitializedArray<ushort>(transitions.Length, pinned: true);
        transitions.CopyTo(owned);
        return new TransitionTable(owned, ref MemoryMarshal.GetArrayDataReference(owned), owned.Length);
    }

    /// <param name="transitions">Never move and never go away.</param>
    public static TransitionTable InPlace(ReadOnlySpan<ushort> transitions) => new(null, ref MemoryMarshal.GetReference(transitions), transitions.Length);
}
