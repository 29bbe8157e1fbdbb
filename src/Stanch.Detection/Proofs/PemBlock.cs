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
    public bool IsEmpty => Body.Length == 0;

    /// <summary>Reads the block whose header is at the start of <paramref name="text"/>; an empty one where there is no header.</summary>
    public static PemBlock Read(ReadOnlySpan<byte> text)
    {
        var begin = text.IndexOf("BEGIN "u8);
        if (begin < 0)
        {
            return new PemBlock("", "", "", false, false, 0);
        }

        var labelStart = begin + "BEGIN ".Length;
        var labelLength = Math.Max(0, text[labelStart..].IndexOf("--"u8));
        var label = Encoding.Latin1.GetString(text.Slice(labelStart, labelLength)).Trim();
        var bodyStart = labelStart + labelLength;
        while (bodyStart < text.Length && text[bodyStart] == (byte)'-')
        {
            bodyStart++;
        }

        // An end line behind another header is that one's.
        var rest = text[bodyStart..];
        var next = rest.IndexOf("-BEGIN "u8);
        var end = (next < 0 ? rest : rest[..next]).IndexOf("-END "u8);
        var isClosed = end >= 0;
        var raw = Encoding.Latin1.GetString(isClosed ? rest[..end] : next < 0 ? rest : rest[..next]);
        var body = PemBody.Read(raw, stopAtOther: !isClosed, out var used);
        var kept = isClosed ? raw.TrimEnd('-', ' ') : raw[..used];
        return new PemBlock(label, kept, body, IsEncryptedBy(kept, label), isClosed, isClosed ? EndOfClosing(text, bodyStart + end) : bodyStart + used);
    }

    private static bool IsEncryptedBy(string raw, string label) =>
        label.Contains("ENCRYPTED", StringComparison.Ordinal) || raw.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal);

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
}
