namespace Stanch.Cli.JsonRpc;

/// <summary>A request that cannot be answered; the codes are those of https://www.jsonrpc.org/specification.</summary>
internal sealed class RpcException(int code, string message) : Exception(message)
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;

    public int Code { get; } = code;
}
