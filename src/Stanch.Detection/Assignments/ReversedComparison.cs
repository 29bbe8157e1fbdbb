namespace Stanch.Detection.Assignments;

/// <summary><c>"value" == password</c>, <c>"value".equals(password)</c>: a comparison whose literal stands first.</summary>
internal static class ReversedComparison
{
    public static bool TryRead(ReadOnlySpan<byte> content, int nameStart, int nameEnd, out Assignment assignment)
    {
        assignment = default;
        var i = SkipOperatorBack(content, SkipBlanksBack(content, nameStart));
        if (i <= 0 || content[i - 1] is not ((byte)'"' or (byte)'\''))
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

    // Where the literal before "==" or ".equals(" ends; -1 where there is none.
    private static int SkipOperatorBack(ReadOnlySpan<byte> content, int end)
    {
        var i = end;
        while (i > 0 && end - i < 3 && content[i - 1] is (byte)'=' or (byte)'!')
        {
            i--;
        }

        if (end - i >= 2)
        {
            return SkipBlanksBack(content, i);
        }

        if (end == 0 || content[end - 1] != (byte)'(' || !BindingCall.Compares(content, end - 1))
        {
            return -1;
        }

        var callee = content[..(end - 1)];
        var dot = callee.Length - 1;
        while (dot >= 0 && char.IsAsciiLetterOrDigit((char)callee[dot]))
        {
            dot--;
        }

        return dot >= 0 && callee[dot] == (byte)'.' ? dot : -1;
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
