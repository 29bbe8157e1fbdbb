using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.Agents;

namespace Stanch.Cli.JsonRpc;

/// <summary>One message a line: the transport "stdio" of https://modelcontextprotocol.io/specification/latest/basic/transports.</summary>
internal sealed class LineChannel(Stream input, Stream output, int mostBytes = LineChannel.MostBytes) : IMessageChannel
{
    public const int MostBytes = 64 << 20;

    private readonly Lock _lock = new();

    public byte[]? Read()
    {
        using var line = new MemoryStream();
        int next;
        while ((next = input.ReadByte()) >= 0)
        {
            if (next != '\n') line.WriteByte((byte)next);
            else if (line.Length > 0) break;
            if (line.Length > mostBytes) throw new MessageException($"a message has more than {mostBytes} bytes");
        }

        return line.Length == 0 && next < 0 ? null : line.ToArray();
    }

    public void Write(JsonNode message)
    {
        lock (_lock)
        {
            output.Write(Encoding.UTF8.GetBytes(AgentJson.Line(message) + "\n"));
            output.Flush();
        }
    }
}
