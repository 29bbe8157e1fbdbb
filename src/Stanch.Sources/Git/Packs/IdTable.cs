using System.Buffers.Binary;

namespace Stanch.Sources.Git.Packs;

/// <summary>Sorted ids in a mapped file, and the table of their first bytes that leads to them.</summary>
/// <param name="fanout">Where the 256 counts start.</param>
/// <param name="ids">Where the first id starts.</param>
/// <param name="stride">From one id to the next, in bytes.</param>
/// <param name="idLength">Bytes of an id.</param>
internal sealed class IdTable(MappedFile file, long fanout, long ids, int stride, int idLength)
{
    public const int FanoutLength = 256 * sizeof(uint);

    public int Count { get; } = (int)BinaryPrimitives.ReadUInt32BigEndian(file.Slice(fanout + FanoutLength - sizeof(uint), sizeof(uint)));

    public ObjectId this[int position] => ObjectId.FromBytes(file.Slice(ids + ((long)position * stride), idLength));

    /// <summary>True where the counts rise, as a search needs them to.</summary>
    public bool IsSound()
    {
        var table = file.Slice(fanout, FanoutLength);
        var before = 0u;
        for (; table.Length > 0; table = table[sizeof(uint)..])
        {
            var count = BinaryPrimitives.ReadUInt32BigEndian(table);
            if (count < before || count > int.MaxValue) return false;
            before = count;
        }
        return true;
    }

    public int Find(ObjectId id)
    {
        var first = id.FirstByte;
        var low = first == 0 ? 0 : CountUpTo(first - 1);
        var high = CountUpTo(first) - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = this[middle].CompareTo(id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    private int CountUpTo(int firstByte) => (int)BinaryPrimitives.ReadUInt32BigEndian(file.Slice(fanout + (firstByte * sizeof(uint)), sizeof(uint)));
}
