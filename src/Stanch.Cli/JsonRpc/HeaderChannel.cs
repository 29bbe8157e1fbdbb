using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.Agents;

namespace Stanch.Cli.JsonRpc;

/// <summary>
/// Messages with headers before them: the base protocol of https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/.
/// </summary>
internal sealed class HeaderChannel(Stream input, Stream output, int mostBytes = LineChannel.MostBytes) : IMessageChannel
{
    private const int MostHeader = 4096;
    private const string LengthHeader = "Content-Length";

    public byte[]? Read()
    {
        int? length = null;
        for (var isFirst = true; ReadLine() is { } line; isFirst = false)
        {
            if (line.Length > 0)
            {
                length = LengthIn(line) ?? length;
                continue;
            }

            if (isFirst) continue;
            return ReadBody(length ?? throw new MessageException($"a message has no {LengthHeader}"));
        }

        return null;
    }

    public void Write(JsonNode message)
    {
        var body = Encoding.UTF8.GetBytes(AgentJson.Line(message));
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{LengthHeader}: {body.Length}\r\n\r\n")));
        output.Write(body);
        output.Flush();
    }

    private int? LengthIn(string line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0 || !line.AsSpan(0, colon).Trim().Equals(LengthHeader, StringComparison.OrdinalIgnoreCase)) return null;
        return int.TryParse(line.AsSpan(colon + 1), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var length) && length >= 0 && length <= mostBytes
            ? length
            : throw new MessageException($"{LengthHeader} must be a number of at most {mostBytes}");
    }

    private string? ReadLine()
    {
        var line = new StringBuilder();
        int next;
        while ((next = input.ReadByte()) >= 0 && next != '\n')
        {
            line.Append((char)next);
            if (line.Length > MostHeader) throw new MessageException($"a header has more than {MostHeader} bytes");
        }

        return next < 0 ? null : line.ToString().TrimEnd('\r');
    }

    private byte[]? ReadBody(int length)
    {
        var body = new byte[length];
        return input.ReadAtLeast(body, length, throwOnEndOfStream: false) == length ? body : null;
    }
}
