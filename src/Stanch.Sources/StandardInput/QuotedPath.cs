using System.Text;

namespace Stanch.Sources.StandardInput;

/// <summary>Paths as git quotes them: in double quotes, with C escapes and octal bytes, where they hold anything unusual.</summary>
internal static class QuotedPath
{
    public static string Read(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != (byte)'"' || text[^1] != (byte)'"')
        {
            return Encoding.UTF8.GetString(text);
        }

        var bytes = new List<byte>(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != (byte)'\\')
            {
                bytes.Add(text[i]);
                continue;
            }

            i++;
            if (IsOctal(text[i]) && i + 2 < text.Length - 1 && IsOctal(text[i + 1]) && IsOctal(text[i + 2]))
            {
                bytes.Add((byte)((text[i] - '0') * 64 + (text[i + 1] - '0') * 8 + text[i + 2] - '0'));
                i += 2;
                continue;
            }

            bytes.Add(Unescape(text[i]));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static bool IsOctal(byte b) => b is >= (byte)'0' and <= (byte)'7';

    private static byte Unescape(byte b) => b switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'a' => 7,
        (byte)'b' => 8,
        (byte)'v' => 11,
        (byte)'f' => 12,
        _ => b,
    };
}
