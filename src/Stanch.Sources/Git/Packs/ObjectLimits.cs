namespace Stanch.Sources.Git.Packs;

/// <summary>What bounds the memory and time that one object can cost, whatever it claims.</summary>
internal static class ObjectLimits
{
    /// <summary>Larger objects are streamed (bytes).</summary>
    public const int LargestHeld = CatFileLane.LargestHeld;

    /// <summary>Deflate does not fold more bytes into one: what claims to be larger is damaged, and no memory is set aside for it.</summary>
    public const long MostInflation = 1032;

    /// <summary>git makes chains of up to 4,095 deltas; a longer one is a circle.</summary>
    public const int LongestChain = 10_000;
}
