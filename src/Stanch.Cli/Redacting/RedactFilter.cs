using System.Runtime.InteropServices;
using Stanch.Catalogue;
using Stanch.Cli.Scanning;
using Stanch.Cli.Terminals;
using Stanch.Detection.Redacting;
using Stanch.Detection.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Redacting;

/// <summary>Copies standard input to standard output without its secrets.</summary>
internal static class RedactFilter
{
    private const int ReadBytes = 64 << 10;

    public static ExitCode Run(RedactSettings settings, Invocation here)
    {
        using var patience = IgnoreOneInterrupt();
        var project = Project.Open(ScanRoot.Of([], here.WorkingDirectory), settings.Config, settings.NoConfig, here);
        var scanner = new Scanner(DetectorChoice.From(settings.Detectors, project), BuiltInCatalogue.Keywords);
        using var input = StandardInput.Open();
        using var lines = new BufferedStream(here.Terminal.Output, ReadBytes);
        var redactor = new StreamRedactor(scanner, lines, settings.Least);
        var broken = Copy(input, redactor, lines, here.Terminal);
        redactor.Complete();
        lines.Flush();
        if (broken is not null) here.Terminal.Error.WriteLine($"stanch: standard input cannot be read to its end: {broken.Message}");
        return broken is null ? ExitCode.Clean : ExitCode.Incomplete;
    }

    // Ctrl-C goes to all programs of a pipeline: the one before ends by it, and its last words must come through. Who asks twice, or by another signal, means us.
    private static PosixSignalRegistration IgnoreOneInterrupt()
    {
        var isSecond = false;
        return PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = !isSecond;
            isSecond = true;
        });
    }

    // What was read before the input broke off is given on.
    private static IOException? Copy(Stream input, StreamRedactor redactor, BufferedStream lines, Terminal terminal)
    {
        var buffer = new byte[ReadBytes];
        while (true)
        {
            int got;
            try
            {
                got = input.Read(buffer);
            }
            catch (IOException broken)
            {
                return broken;
            }

            if (got == 0) return null;
            redactor.Write(buffer.AsSpan(0, got));
            lines.Flush();
            // The program before is told in turn, as by any filter: its next line finds no reader.
            if (terminal.OutputIsGone) return null;
        }
    }
}
