using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>A PEM block as it stands in any text. <see href="https://www.rfc-editor.org/rfc/rfc7468"/></summary>
/// <param name="Label">What the header names: <c>RSA PRIVATE KEY</c>.</param>
/// <param name="RawBody">The text between header and end line.</param>
/// <param name="Body">Its base-64 characters only.</param>
/// <param name="IsEncrypted">Its headers say so.</param>
/// <param name="IsClosed">An end line was found.</param>
/// <param name="Length">Bytes from the header's first dash to the end line's last.</param>
internal sealed record PemBlock(string Label, string RawBody, string Body, bool IsEncrypted, bool IsClosed, int Length)
{
    private const int LongestUnclosed = 4096;

    public bool IsEmpty => Body.Length == 0;

    /// <summary>Reads the block whose header is at the start of <paramref name="text"/>.</summary>
    public static PemBlock Read(ReadOnlySpan<byte> text)
    {
        var labelStart = text.IndexOf("BEGIN "u8) + 6;
        var labelLength = Math.Max(0, text[labelStart..].IndexOf("--"u8));
        var label = Encoding.Latin1.GetString(text.Slice(labelStart, labelLength)).Trim();
        var bodyStart = labelStart + labelLength;
        while (bodyStart < text.Length && text[bodyStart] == (byte)'-')
        {
            bodyStart++;
        }

        var end = text[bodyStart..].IndexOf("-END "u8);
        var isClosed = end >= 0;
        var bodyEnd = isClosed ? bodyStart + end : Math.Min(text.Length, bodyStart + UnclosedLength(text[bodyStart..]));
        var raw = Encoding.Latin1.GetString(text[bodyStart..bodyEnd]).TrimEnd('-', ' ');
        return new PemBlock(label, raw, Base64Of(raw), IsEncryptedBy(raw, label), isClosed, isClosed ? EndOfClosing(text, bodyEnd) : bodyEnd);
    }

    private static bool IsEncryptedBy(string raw, string label) =>
        label.Contains("ENCRYPTED", StringComparison.Ordinal) || raw.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal);

    private static int UnclosedLength(ReadOnlySpan<byte> body)
    {
        var blank = body.IndexOf("\n\n"u8);
        return Math.Min(blank > 0 ? blank : body.Length, LongestUnclosed);
    }

    private static int EndOfClosing(ReadOnlySpan<byte> text, int at)
    {
        var end = at + "-END ".Length;
        while (end < text.Length && text[end] is not ((byte)'-' or (byte)'\n' or (byte)'"'))
        {
            end++;
        }

        while (end < text.Length && text[end] == (byte)'-')
        {
            end++;
        }

        return end;
    }

    // Line breaks may be escaped once or twice; header lines ("DEK-Info: …") and armour ("Version: …", "=crc") are not data.
    private static string Base64Of(string raw)
    {
        var lines = raw.Replace("\\\\n", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\r", "", StringComparison.Ordinal).Replace("\\/", "/", StringComparison.Ordinal).Split('\n');
        var body = new StringBuilder(raw.Length);
        foreach (var line in lines)
        {
            if (line.Contains(": ", StringComparison.Ordinal) || line.TrimStart().StartsWith('='))
            {
                continue;
            }

            foreach (var c in line)
            {
                if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=')
                {
                    body.Append(c);
                }
            }
        }

        return body.ToString();
    }
}
