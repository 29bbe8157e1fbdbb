namespace Stanch.Detection.Assignments;

/// <summary>
/// <c>Some("value")</c>, <c>Base64.decode("value")</c>, <c>new Secret("value")</c>, <c>["value", …]</c>: what holds or converts the value. Calls that look something up by a name are
/// not here.
/// </summary>
internal static class ValueWrapper
{
    private const int MostWrappers = 3;

    /// <summary>Where the quoted value within the wrappers starts; <paramref name="start"/> where there are none.</summary>
    public static int Skip(ReadOnlySpan<byte> content, int start, int limit)
    {
        var position = start;
        for (var nested = 0; nested < MostWrappers; nested++)
        {
            var end = EndOfCallee(content, position, limit);
            if (end + 1 >= limit || !Opens(content[position..end], content[end]))
            {
                break;
            }

            position = end + 1;
            if (IsQuoteAhead(content, position))
            {
                return position;
            }
        }

        return start;
    }

    /// <summary>True before a quote, or the letter or two of a string's prefix before it.</summary>
    public static bool IsQuoteAhead(ReadOnlySpan<byte> content, int position)
    {
        var ahead = content.Slice(position, Math.Min(3, content.Length - position));
        var quote = ahead.IndexOfAny((byte)'"', (byte)'\'', (byte)'`');
        return quote >= 0 && ahead[..quote].IndexOfAnyExcept(ValueReader.StringPrefixes) < 0;
    }

    private static int EndOfCallee(ReadOnlySpan<byte> content, int position, int limit)
    {
        var end = position;
        while (end < limit && (AssignmentReader.IsName(content[end]) || content[end] is (byte)':' or (byte)'&' or (byte)'!'
            || (content[end] == (byte)' ' && content[position..end].SequenceEqual("new"u8))))
        {
            end++;
        }

        return end;
    }

    private static bool Opens(ReadOnlySpan<byte> callee, byte bracket) =>
        bracket == (byte)'[' ? callee.IsEmpty : bracket == (byte)'(' && WrapperWords.IsWrapper(callee);
}
