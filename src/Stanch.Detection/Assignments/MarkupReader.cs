namespace Stanch.Detection.Assignments;

/// <summary>Finds where the value starts in elements, attributes and property lists. Each method gives the position, or -1 where the text is something else.</summary>
internal static class MarkupReader
{
    private const int LongestPrefix = 48;

    /// <summary>True where the name is an element's: <c>&lt;name</c>, <c>&lt;prefix:name</c>.</summary>
    public static bool IsElement(ReadOnlySpan<byte> content, int nameStart)
    {
        var at = nameStart;
        if (at > 0 && content[at - 1] == (byte)':')
        {
            do
            {
                at--;
            }
            while (at > 0 && nameStart - at < LongestPrefix && AssignmentReader.IsName(content[at - 1]));
        }

        return at > 0 && content[at - 1] == (byte)'<';
    }

    /// <summary><c>&lt;name type="text" lang="en"&gt;</c>: to the end of the tag, unless it closes itself.</summary>
    public static int AfterTag(ReadOnlySpan<byte> content, int position, int limit)
    {
        var close = content[position..limit].IndexOf((byte)'>');
        return close <= 0 || content[position + close - 1] == (byte)'/' ? -1 : position + close + 1;
    }

    /// <summary>
    /// <c>&lt;key&gt;name&lt;/key&gt; &lt;string&gt;…</c> of a property list, <c>&lt;name&gt;name&lt;/name&gt; &lt;value&gt;…</c> of Hadoop, neighbouring cells of a table, a term and
    /// its definition.
    /// </summary>
    public static int AfterPartner(ReadOnlySpan<byte> content, int position, int limit)
    {
        var rest = content[position..limit];
        var end = rest.StartsWith("</"u8) ? rest.IndexOf((byte)'>') : -1;
        if (end < 0)
        {
            return -1;
        }

        var after = rest[(end + 1)..].TrimStart(" \t\r\n"u8);
        var partner = PartnerOf(rest[2..end]);
        return !partner.IsEmpty && after.StartsWith(partner) ? limit - after.Length + partner.Length : -1;
    }

    private static ReadOnlySpan<byte> PartnerOf(ReadOnlySpan<byte> element) => element switch
    {
        _ when element.SequenceEqual("key"u8) => "<string>"u8,
        _ when element.SequenceEqual("name"u8) => "<value>"u8,
        _ when element.SequenceEqual("td"u8) || element.SequenceEqual("th"u8) => "<td>"u8,
        _ when element.SequenceEqual("dt"u8) => "<dd>"u8,
        _ => default,
    };

    /// <summary><c>&lt;add key="name" value="value"/&gt;</c>, <c>&lt;property name="name" value="value"/&gt;</c>.</summary>
    public static int AfterValueAttribute(ReadOnlySpan<byte> content, int position, int limit)
    {
        var rest = content[position..limit];
        return rest.StartsWith("value=\""u8) || rest.StartsWith("value='"u8) || rest.StartsWith("content=\""u8) ? position + rest.IndexOf((byte)'=') + 1 : -1;
    }
}
