namespace Stanch.Detection.Assignments;

/// <summary>
/// <c>"name": "NAME", "value": …</c> and YAML's <c>name: NAME</c> with <c>value: …</c> on the next line, as containers and pipelines list their variables;
/// <c>variable "NAME" { default = … }</c>, <c>"--name", default=…</c>.
/// </summary>
internal static class NameValueList
{
    /// <summary>Where the value starts, or -1 where no <c>value</c> follows.</summary>
    public static int AfterName(ReadOnlySpan<byte> content, int position, int limit)
    {
        var rest = content[position..limit].TrimStart(" \t"u8);
        var named = rest.TrimStart("{, \t\r\n"u8);
        if (named.Length == rest.Length)
        {
            return -1;
        }

        var key = named.TrimStart("\\\"'"u8);
        var length = key.StartsWith("value"u8) || key.StartsWith("Value"u8) ? "value".Length : key.StartsWith("default"u8) ? "default".Length : 0;
        if (length == 0)
        {
            return -1;
        }

        var after = key[length..].TrimStart("\\\"' \t"u8);
        return after.IsEmpty || after[0] is not ((byte)':' or (byte)'=') ? -1 : limit - after.Length + 1;
    }
}
