namespace Stanch.Detection.Assignments;

/// <summary>A value may stand on the next line: after an opening parenthesis, an operator at the line's end, or YAML's block signs.</summary>
internal static class ValueLineBreak
{
    /// <summary>Where the value starts; <paramref name="start"/> where it stands on the same line.</summary>
    public static int Skip(ReadOnlySpan<byte> content, int start, int limit, Separator separator)
    {
        var current = At(content, start, limit);
        if (separator == Separator.Colon && current is (byte)'|' or (byte)'>')
        {
            return AfterBlockSign(content, start, limit);
        }

        var opens = current == (byte)'(' || (current == (byte)'\\' && At(content, start + 1, limit) is (byte)'\r' or (byte)'\n');
        var position = opens ? start + 1 : start;
        var next = AfterBreak(content, position, limit);
        position = next < 0 ? position : next;
        return position > start && At(content, position, limit) is (byte)'"' or (byte)'\'' or (byte)'`' ? position : start;
    }

    private static int AfterBlockSign(ReadOnlySpan<byte> content, int start, int limit)
    {
        var position = At(content, start + 1, limit) is (byte)'-' or (byte)'+' ? start + 2 : start + 1;
        var next = AfterBreak(content, position, limit);
        return next < 0 ? start : next;
    }

    private static int AfterBreak(ReadOnlySpan<byte> content, int position, int limit)
    {
        position += At(content, position, limit) == (byte)'\r' ? 1 : 0;
        if (At(content, position, limit) != (byte)'\n')
        {
            return -1;
        }

        do
        {
            position++;
        }
        while (At(content, position, limit) is (byte)' ' or (byte)'\t');
        return position;
    }

    private static byte At(ReadOnlySpan<byte> content, int position, int limit) => position < limit ? content[position] : (byte)0;
}
