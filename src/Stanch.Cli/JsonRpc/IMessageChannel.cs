using System.Text.Json.Nodes;

namespace Stanch.Cli.JsonRpc;

/// <summary>Brings and takes whole messages.</summary>
internal interface IMessageChannel
{
    /// <summary>The next message as it came; null at the end.</summary>
    /// <exception cref="MessageException">What came is no message.</exception>
    byte[]? Read();

    void Write(JsonNode message);
}
