namespace Stanch.Detection.Assignments;

/// <summary>What closes a name: the quote that opened before it, the bracket of an index, the size of an array.</summary>
internal static class NameCloser
{
    /// <summary>Where it ends.</summary>
    /// <param name="position">The end of the name.</param>
    /// <param name="closer">The closing quote; 0 where the name is in none.</param>
    public static int Skip(ReadOnlySpan<byte> content, int position, int limit, out byte closer)
    {
        position = SkipEscapes(content, position, limit);
        closer = position < limit && content[position] is (byte)'"' or (byte)'\'' or (byte)'`' ? content[position] : (byte)0;
        position += closer == 0 ? 0 : 1;
        return position >= limit ? position
            : content[position] is (byte)']' or (byte)'}' ? position + 1
            : content[position] == (byte)'[' ? SkipArraySize(content, position, limit)
            : position;
    }

    // "char secret[25] = …", "String[] x": a size, never an expression.
    private static int SkipArraySize(ReadOnlySpan<byte> content, int position, int limit)
    {
        var end = position + 1;
        while (end < limit && char.IsAsciiDigit((char)content[end]))
        {
            end++;
        }

        return end < limit && content[end] == (byte)']' ? end + 1 : position;
    }

    // Text within text escapes its quotes, once or more.
    private static int SkipEscapes(ReadOnlySpan<byte> content, int position, int limit)
    {
        var end = position;
        while (end < limit && content[end] == (byte)'\\')
        {
            end++;
        }

        return end < limit && content[end] is (byte)'"' or (byte)'\'' ? end : position;
    }
}
