using System.IO.Compression;

namespace Stanch.Bench.Ratios;

/// <summary>The simple work that ours is compared with. It never changes: a ratio means something only while it stays as it is.</summary>
internal static class References
{
    private const int States = 8_192;
    private static readonly ushort[] Table = MakeTable();

    /// <summary>One look-up a byte in a table of a megabyte, four bytes in flight: what the keyword stage cannot do without.</summary>
    public static int Walk(ReadOnlySpan<byte> content)
    {
        int a = 0, b = 0, c = 0, d = 0;
        var quarter = content.Length / 4;
        for (var i = 0; i < quarter; i++)
        {
            a = Table[(a << 6) | (content[i] & 63)];
            b = Table[(b << 6) | (content[quarter + i] & 63)];
            c = Table[(c << 6) | (content[2 * quarter + i] & 63)];
            d = Table[(d << 6) | (content[3 * quarter + i] & 63)];
        }

        return a + b + c + d;
    }

    /// <summary>Every file of a folder, opened and read.</summary>
    public static long Read(string folder, byte[] buffer)
    {
        long bytes = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var handle = File.OpenHandle(file);
            bytes += RandomAccess.Read(handle, buffer, 0);
        }

        return bytes;
    }

    public static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }

    public static void Inflate(byte[] packed, byte[] buffer)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        while (zlib.Read(buffer) > 0)
        {
        }
    }

    private static ushort[] MakeTable()
    {
        var random = new Random(2);
        var table = new ushort[States << 6];
        // As in an automaton of keywords: most ways lead back to a few states near the root.
        foreach (ref var next in table.AsSpan()) next = (ushort)(random.Next(10) == 0 ? random.Next(States) : random.Next(64));
        return table;
    }
}
