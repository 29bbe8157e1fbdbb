using System.Text;

namespace Stanch.Cli.Terminals;

/// <summary>The two streams that the program writes: the report to one, all else to the other.</summary>
internal sealed class Terminal
{
    private const int DefaultWidth = 100;
    private const int LeastWidth = 20;

    private readonly Lazy<int> _width = new(() => TerminalWidth.Get() is { } width and > LeastWidth ? width : DefaultWidth);

    private Terminal(Stream output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal)
    {
        Output = output;
        RawError = error;
        Error = TextWriter.Synchronized(new HarmlessWriter(error));
        OutputIsTerminal = outputIsTerminal;
        ErrorIsTerminal = errorIsTerminal;
    }

    /// <summary>Standard output. A reader that has gone away (<c>| head</c>) is no error.</summary>
    public Stream Output { get; }

    /// <summary>True once nobody reads standard output any more, as far as it was noticed.</summary>
    public bool OutputIsGone => Output is UnixOutput { IsGone: true };

    /// <summary>Standard error, made harmless.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard error as it is, for escape codes of our own.</summary>
    public TextWriter RawError { get; }

    public bool OutputIsTerminal { get; }

    public bool ErrorIsTerminal { get; }

    /// <summary>Columns of the window, or what suits a file.</summary>
    public int Width => OutputIsTerminal || ErrorIsTerminal ? _width.Value : DefaultWidth;

    public static Terminal OfProcess()
    {
        var isWindows = OperatingSystem.IsWindows();
        var error = new StreamWriter(isWindows ? Console.OpenStandardError() : new UnixOutput(2), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        return new Terminal(isWindows ? Console.OpenStandardOutput() : new UnixOutput(1), TextWriter.Synchronized(error), !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }

    /// <summary>Streams that no person looks at.</summary>
    public static Terminal Of(Stream output, TextWriter error) => new(output, error, outputIsTerminal: false, errorIsTerminal: false);

    /// <summary>A writer of text to standard output, made harmless; dispose of it to flush.</summary>
    public TextWriter OutputText() =>
        new HarmlessWriter(new StreamWriter(Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" });
}
