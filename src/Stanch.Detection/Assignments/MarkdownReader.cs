namespace Stanch.Detection.Assignments;

/// <summary>Finds where the value starts in Markdown: <c>| password | value |</c>, <c>**Password:** value</c>.</summary>
internal static class MarkdownReader
{
    // How far before the name the row's start is looked for.
    private const int Reach = 256;

    private static ReadOnlySpan<byte> Around => " \t`*"u8;

    /// <summary>Where the next cell's text starts, or -1 where the name does not fill a cell of its own.</summary>
    public static int AfterCell(ReadOnlySpan<byte> content, int nameStart, int position, int limit)
    {
        var after = content[position..limit].TrimStart(Around);
        if (after is not [(byte)'|', _, ..] || after[1] is (byte)'|' or (byte)'=' || !StartsCell(content[Math.Max(0, nameStart - Reach)..nameStart]))
        {
            return -1;
        }

        var cell = after[1..].TrimStart(" \t*"u8);
        return cell.IsEmpty ? -1 : limit - cell.Length;
    }

    // The row starts with the sign: without it this may be a pipe of commands.
    private static bool StartsCell(ReadOnlySpan<byte> before)
    {
        var row = before[(before.LastIndexOf((byte)'\n') + 1)..].Trim(Around);
        return row.StartsWith("|"u8) && row.EndsWith("|"u8) && !row.EndsWith("||"u8);
    }

    /// <summary>Past the signs that close what is bold: they stand on either side of the colon.</summary>
    public static int SkipEmphasis(ReadOnlySpan<byte> content, int position, int limit)
    {
        var rest = content[position..limit];
        return rest.StartsWith("**"u8) && rest is [_, _, (byte)' ' or (byte)':', ..] ? position + "**".Length : position;
    }
}
