using System.Collections;
using Stanch.Detection.Scanning;

namespace Stanch.Detection;

/// <summary>
/// A list of detectors that are each made when first asked for, with the index of their keywords made before: a start pays for those that it meets, not for all
/// that there are. Safe for many threads.
/// </summary>
public sealed class DetectorTable : IReadOnlyList<Detector>
{
    private readonly string[] _ids;
    private readonly Func<int, Detector> _make;
    private readonly Lazy<KeywordIndex> _keywords;
    private readonly Detector?[] _made;

    /// <param name="ids">Those of the detectors, in order.</param>
    /// <param name="make">Makes one by its number; may be called more than once for the same when threads meet, and what was first stays.</param>
    /// <param name="keywords">The index of their keywords under these numbers; not asked for until something is searched.</param>
    public DetectorTable(string[] ids, Func<int, Detector> make, Func<KeywordIndex> keywords)
    {
        _ids = ids;
        _make = make;
        _keywords = new Lazy<KeywordIndex>(keywords);
        _made = new Detector?[ids.Length];
    }

    /// <inheritdoc/>
    public int Count => _ids.Length;

    /// <summary>The index of their keywords.</summary>
    public KeywordIndex Keywords => _keywords.Value;

    /// <inheritdoc/>
    public Detector this[int index] => _made[index] ?? Make(index);

    /// <summary>The ids of detectors, in order; of a table none is made for it.</summary>
    public static IReadOnlyList<string> IdsOf(IReadOnlyList<Detector> detectors) => detectors is DetectorTable table ? table._ids : [.. detectors.Select(detector => detector.Id)];

    /// <summary>The table of some of these.</summary>
    /// <param name="numbers">Their numbers here, in the order that they have there.</param>
    public DetectorTable Only(IReadOnlyList<int> numbers) =>
        new([.. numbers.Select(number => _ids[number])], number => this[numbers[number]], () => Keywords.Only(numbers));

    /// <summary>The number of a detector, known without making it; -1 for an id that is none of these.</summary>
    public int NumberOf(string id) => Array.IndexOf(_ids, id);

    /// <inheritdoc/>
    public IEnumerator<Detector> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // One stays the one: detectors are compared by reference.
    private Detector Make(int index)
    {
        var made = _make(index);
        return Interlocked.CompareExchange(ref _made[index], made, null) ?? made;
    }
}
