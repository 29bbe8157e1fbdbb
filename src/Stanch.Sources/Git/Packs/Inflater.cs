namespace Stanch.Sources.Git.Packs;

/// <summary>Unfolds zlib streams, one after the other. Not for several threads at once.</summary>
internal abstract class Inflater : IDisposable
{
    public static Inflater Create()
    {
        try
        {
            return new NativeInflater();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return new ManagedInflater();
        }
    }

    /// <summary>Unfolds a whole stream into exactly the destination; false where it is damaged, shorter or longer.</summary>
    /// <param name="source">The stream, and whatever lies behind it.</param>
    /// <param name="used">Bytes of the stream; −1 where that is not known.</param>
    public abstract bool TryInflate(ReadOnlySpan<byte> source, Span<byte> destination, out int used);

    /// <summary>Unfolds as much as there is room for and returns how much it was.</summary>
    public abstract int InflateStart(ReadOnlySpan<byte> source, Span<byte> destination);

    public abstract void Dispose();
}
