using System.Text.Json;
using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.JsonRpc;

/// <summary>Takes one message after the other and answers requests, until the other side ends or a handler stops it.</summary>
/// <param name="channel">Where messages come from and go to.</param>
/// <param name="handlers">By method. What a handler of a notification gives is not sent.</param>
internal sealed class RpcLoop(IMessageChannel channel, IReadOnlyDictionary<string, Func<JsonObject, JsonNode?>> handlers)
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 128 };
    private bool _isStopped;

    /// <summary>Lets the message in hand be the last.</summary>
    public void Stop() => _isStopped = true;

    /// <exception cref="MessageException">The other side sends what is no message.</exception>
    public void Run()
    {
        while (!_isStopped && channel.Read() is { } bytes)
        {
            if (Answer(bytes) is { } answer) channel.Write(answer);
        }
    }

    private JsonObject? Answer(byte[] bytes)
    {
        JsonNode? id = null;
        try
        {
            var message = Parse(bytes);
            id = message["id"]?.DeepClone();
            // An answer to a request of ours: none is waited for.
            if (message["method"] is not JsonValue name || !name.TryGetValue<string>(out var method)) return message.ContainsKey("result") || message.ContainsKey("error") ? null : throw new RpcException(RpcException.InvalidRequest, "there is no method");
            if (!handlers.TryGetValue(method, out var handler)) return id is null ? null : throw new RpcException(RpcException.MethodNotFound, $"there is no method '{method}'");
            var result = handler(message["params"] as JsonObject ?? []);
            return id is null ? null : new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result };
        }
        catch (RpcException wrong)
        {
            return Error(id, wrong.Code, QuotedInput.Hide(wrong.Message));
        }
        catch (Exception e) when (e is not OutOfMemoryException and not Terminals.OutputException)
        {
            // What others say may quote what they read.
            return Error(id, RpcException.InternalError, $"{e.GetType().Name} in stanch itself");
        }
    }

    private static JsonObject Parse(byte[] bytes)
    {
        try
        {
            var message = JsonNode.Parse(LoneSurrogates.Replace(bytes), documentOptions: s_options) as JsonObject ?? throw new RpcException(RpcException.InvalidRequest, "a message is one JSON object");
            _ = message.Count;
            return message;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new RpcException(RpcException.ParseError, "a message is no JSON");
        }
    }

    private static JsonObject Error(JsonNode? id, int code, string text) => new()
    {
        ["jsonrpc"] = "2.0",
        ["id"] = id?.DeepClone(),
        ["error"] = new JsonObject { ["code"] = code, ["message"] = text },
    };
}
