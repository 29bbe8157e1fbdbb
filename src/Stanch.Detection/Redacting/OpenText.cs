using System.Buffers;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Redacting;

/// <summary>
/// Tells of each line whether a secret may go on behind it: within a private key, in base 64 that is wrapped, in a literal that the next line continues.
/// Such lines are given on together. It sees lines only, never where reads end, so that the same text always gives the same groups.
/// </summary>
internal sealed class OpenText
{
    // What base64 and PEM wrap at is 60, 64 or 76; shorter lines of that alphabet are words and paths.
    private const int LeastWrapped = 60;
    private const int LeastKeyRun = 16;

    // A key's headers and their empty line; the prose that a header may stand in has more.
    private const int MostOtherLines = 6;

    private static readonly SearchValues<byte> s_base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);
    private static readonly SearchValues<byte> s_hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private State _state;
    private int _length;
    private int _otherLines;

    private enum State
    {
        None,
        Key,
        Wrapped,
        Joined,
    }

    /// <summary>True when something goes on behind the last line.</summary>
    public bool IsOpen => _state != State.None;

    /// <summary>True when what was open ended with the line before, which this one does not continue.</summary>
    public bool EndsBefore(ReadOnlySpan<byte> line) => _state == State.Wrapped && !IsBase64(line.Trim(" \t\r\n"u8));

    /// <summary>Forgets what was open.</summary>
    public void Close() => _state = State.None;

    /// <summary>Takes the next line, with its end.</summary>
    public void Read(ReadOnlySpan<byte> line)
    {
        var text = line.Trim(" \t\r\n"u8);
        _state = _state switch
        {
            State.Key => AfterKeyLine(text),
            State.Wrapped => text.Length < _length || text.EndsWith((byte)'=') ? State.None : State.Wrapped,
            _ => AfterPlainLine(text),
        };
        _length = _state is State.None or State.Joined ? 0 : _state == State.Key ? _length + line.Length : text.Length;
    }

    private State AfterPlainLine(ReadOnlySpan<byte> text)
    {
        _otherLines = 0;
        return StartsKey(text) ? State.Key : IsWrapped(text) ? State.Wrapped : IsJoined(text) ? State.Joined : State.None;
    }

    private State AfterKeyLine(ReadOnlySpan<byte> text)
    {
        _otherLines = HasKeyRun(text) ? 0 : _otherLines + 1;
        return EndsKey(text) || _otherLines > MostOtherLines || _length > PrivateKey.Longest ? State.None : State.Key;
    }

    private static bool StartsKey(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("PuTTY-User-Key-File-"u8) >= 0)
        {
            return true;
        }

        var start = text.LastIndexOf("BEGIN "u8);
        return start >= 0 && text[start..].IndexOf("PRIVATE KEY"u8) >= 0 && text.IndexOf("----"u8) >= 0 && text[start..].IndexOf("END "u8) < 0;
    }

    private static bool EndsKey(ReadOnlySpan<byte> text) => text.IndexOf("----END"u8) >= 0 || text.IndexOf("---- END"u8) >= 0 || text.IndexOf("Private-MAC:"u8) >= 0;

    private static bool HasKeyRun(ReadOnlySpan<byte> text)
    {
        while (text.Length >= LeastKeyRun)
        {
            var run = text.IndexOfAnyExcept(s_base64);
            if (run < 0 || run >= LeastKeyRun)
            {
                return true;
            }

            text = text[(run + 1)..];
        }

        return false;
    }

    // A hash in hexadecimal digits has these lengths too, and stands at the end of many a log line.
    private static bool IsWrapped(ReadOnlySpan<byte> text) => text.Length >= LeastWrapped && text.Length % 4 == 0 && IsBase64(text) && text[^1] != (byte)'=' && text.IndexOfAnyExcept(s_hex) >= 0;

    private static bool IsBase64(ReadOnlySpan<byte> text) => text.Length > 0 && text.TrimEnd((byte)'=').IndexOfAnyExcept(s_base64) < 0;

    private static bool IsJoined(ReadOnlySpan<byte> text)
    {
        if (text.EndsWith((byte)'\\'))
        {
            return true;
        }

        return text.Length > 2 && text[^1] is (byte)'+' or (byte)'.' or (byte)'&' && text[..^1].TrimEnd((byte)' ') is [.., (byte)'"' or (byte)'\'' or (byte)'`'];
    }
}
