using Stanch.Detection.Decoding;

namespace Stanch.Detection.Deltas;

/// <summary>Finds where, among entries in order of place, those from a place on start.</summary>
internal readonly struct FirstPlace : IComparable<EscapeSign>, IComparable<EncodedPiece>, IComparable<KeptHit>
{
    private readonly int _index;
    private readonly int _place;

    private FirstPlace(int index, int place)
    {
        _index = index;
        _place = place;
    }

    public static int In(ReadOnlySpan<EscapeSign> signs, int place) => ~signs.BinarySearch(new FirstPlace(0, place));

    public static int In(ReadOnlySpan<EncodedPiece> runs, int place) => ~runs.BinarySearch(new FirstPlace(0, place));

    public static int In(ReadOnlySpan<KeptHit> hits, int index, int place) => ~hits.BinarySearch(new FirstPlace(index, place));

    // Never equal: of several at the place the first is meant.
    public int CompareTo(EscapeSign other) => _place <= other.At ? -1 : 1;

    public int CompareTo(EncodedPiece other) => _place <= other.Start ? -1 : 1;

    public int CompareTo(KeptHit other) => _index < other.Index || (_index == other.Index && _place <= other.Last) ? -1 : 1;
}
