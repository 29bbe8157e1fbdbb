using System.Buffers;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Takes the base-64 text of a PEM block out of what surrounds it in configuration and code: line breaks that are escaped once or twice, quotes around
/// every line and what joins them, indentation, comment signs; header lines (<c>DEK-Info: …</c>) and an armour's checksum (<c>=AbCd</c>) are not data.
/// </summary>
internal static class PemBody
{
    private const int ArmourChecksum = 5;
    private static readonly SearchValues<char> Base64Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    // What joins the lines of a text in code; "+" and "/" are data unless they stand alone beside a quote, or a blank follows.
    private static readonly SearchValues<char> Joiners = SearchValues.Create("+.&,;()\\_<> \t");

    /// <param name="stopAtOther">Whether to end where anything else than such text follows, for blocks without an end line.</param>
    /// <param name="used">How much of <paramref name="raw"/> belongs to the block.</param>
    public static string Read(string raw, bool stopAtOther, out int used)
    {
        var body = new StringBuilder(raw.Length);
        used = 0;
        for (var at = 0; at < raw.Length;)
        {
            var end = EndOfPiece(raw, at, out var next);
            var piece = Clean(raw.AsSpan(at, end - at));
            at = next;
            if (piece.IsEmpty || piece.IndexOfAnyExcept(Joiners) < 0 || piece.Contains(": ", StringComparison.Ordinal) || IsChecksum(piece))
            {
                continue;
            }

            if (piece.IndexOfAnyExcept(Base64Characters) < 0)
            {
                body.Append(piece);
                used = end;
            }
            else if (stopAtOther)
            {
                break;
            }
            else
            {
                AppendData(body, piece);
            }
        }

        return body.ToString();
    }

    // A piece ends at a quote or a line break, which may be escaped: "\n", "\\n", "\r".
    private static int EndOfPiece(string raw, int start, out int next)
    {
        for (var i = start; i < raw.Length; i++)
        {
            if (raw[i] is '\n' or '"' or '\'' or '`')
            {
                next = i + 1;
                return i;
            }

            if (raw[i] == '\\')
            {
                var letter = i;
                while (letter < raw.Length && raw[letter] == '\\')
                {
                    letter++;
                }

                if (letter < raw.Length && raw[letter] is 'n' or 'r')
                {
                    next = letter + 1;
                    return i;
                }
            }
        }

        next = raw.Length;
        return raw.Length;
    }

    private static ReadOnlySpan<char> Clean(ReadOnlySpan<char> piece)
    {
        var text = piece.Trim(" \t\r\\,;()");
        if (text.StartsWith("// ", StringComparison.Ordinal) || text is "//")
        {
            text = text[2..];
        }

        return text.TrimStart("#*>| ");
    }

    private static bool IsChecksum(ReadOnlySpan<char> piece) => piece.Length == ArmourChecksum && piece[0] == '=';

    // "\/" is how some write "/" in JSON; the backslash falls away with all else that is no data.
    private static void AppendData(StringBuilder body, ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
        {
            if (Base64Characters.Contains(c))
            {
                body.Append(c);
            }
        }
    }
}
