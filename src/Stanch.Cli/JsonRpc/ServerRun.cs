using Stanch.Cli.Terminals;
using Stanch.Policy;

namespace Stanch.Cli.JsonRpc;

/// <summary>Runs a server on the process's own streams until its client goes.</summary>
internal static class ServerRun
{
    public static int Run(Invocation here, Func<Stream, Stream, int> serve)
    {
        using var input = new BufferedStream(StandardInput.Open(), 64 << 10);
        try
        {
            return serve(input, here.Terminal.Output);
        }
        catch (MessageException e)
        {
            here.Terminal.Error.WriteLine($"stanch: standard input is no stream of messages: {e.Message}");
            return (int)ExitCode.Usage;
        }
    }
}
