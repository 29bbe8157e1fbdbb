namespace Stanch.Detection.Matching;

/// <summary>Where keywords ended in one chunk, in four lanes so that the interleaved scan appends without a branch between them. One a thread, reused.</summary>
internal sealed class HitBuffer
{
    /// <summary>Most bytes of one scan: every byte may end a keyword, so the lanes hold as many.</summary>
    public const int ChunkBytes = 1 << 16;

    /// <summary>Below this, warming four lanes up costs more than they save.</summary>
    public const int LeastInterleaved = 256;

    private readonly HitLane[] _lanes = [new(ChunkBytes / 4 + 4), new(ChunkBytes / 4 + 4), new(ChunkBytes / 4 + 4), new(ChunkBytes / 4 + 4)];

    public HitLane Lane(int index) => _lanes[index];

    public ReadOnlySpan<HitLane> Lanes => _lanes;

    public void Clear()
    {
        foreach (var lane in _lanes)
        {
            lane.Clear();
        }
    }
}
