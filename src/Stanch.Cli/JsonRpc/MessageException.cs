namespace Stanch.Cli.JsonRpc;

/// <summary>What came cannot be taken apart into messages: there is no going on.</summary>
internal sealed class MessageException(string message) : Exception(message);
