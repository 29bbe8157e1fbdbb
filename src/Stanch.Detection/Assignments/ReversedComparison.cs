namespace Stanch.Detection.Assignments;

/// <summary><c>"value" == password</c>: a comparison whose literal stands first.</summary>
internal static class ReversedComparison
{
    public static bool TryRead(ReadOnlySpan<byte> content, int nameStart, int nameEnd, out Assignment assignment)
    {
        assignment = default;
        var i = SkipBlanksBack(content, nameStart);
        var operatorEnd = i;
        while (i > 0 && operatorEnd - i < 3 && content[i - 1] is (byte)'=' or (byte)'!')
        {
            i--;
        }

        if (operatorEnd - i < 2)
        {
            return false;
        }

        i = SkipBlanksBack(content, i);
        if (i == 0 || content[i - 1] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }

        var end = i - 1;
        var quote = content[end];
        var from = Math.Max(0, end - AssignmentReader.ValueReach);
        var opening = content[from..end].LastIndexOf(quote);
        if (opening < 0 || content[(from + opening)..end].IndexOfAny((byte)'\r', (byte)'\n') >= 0)
        {
            return false;
        }

        assignment = new Assignment(nameStart, nameEnd, from + opening + 1, end, Separator.Comparison, Quoted: true);
        return assignment.ValueLength > 0;
    }

    private static int SkipBlanksBack(ReadOnlySpan<byte> content, int position)
    {
        while (position > 0 && content[position - 1] is (byte)' ' or (byte)'\t')
        {
            position--;
        }

        return position;
    }
}
