using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Stanch.Sources.Git;

/// <summary>A running git. Cancellation kills it; disposing of it leaves no process behind.</summary>
internal sealed class GitProcess : IDisposable
{
    private const int MostErrorCharacters = 16 * 1024;
    private const int FirstSignalCode = 128;
    private static readonly int[] StoppingSignals = [FirstSignalCode + 2, FirstSignalCode + 9, FirstSignalCode + 15];

    private readonly Process _process;
    private readonly CancellationTokenRegistration _registration;
    private readonly Task<string> _errors;
    private Thread? _feeder;

    private GitProcess(Process process, CancellationToken cancellation)
    {
        _process = process;
        _errors = Task.Run(() => ReadErrors(process.StandardError));
        _registration = cancellation.Register(Kill);
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What it said on standard error; waits for its end.</summary>
    public string Errors => _errors.GetAwaiter().GetResult();

    /// <summary>True when a signal from outside ended it: an interrupt at the terminal reaches it as well as us.</summary>
    public bool WasStopped => _process.HasExited && StoppingSignals.Contains(_process.ExitCode);

    /// <exception cref="SourceException">The program cannot be started.</exception>
    public static GitProcess Start(ProcessStartInfo start, CancellationToken cancellation)
    {
        try
        {
            return new GitProcess(Process.Start(start)!, cancellation);
        }
        catch (Win32Exception e)
        {
            throw new SourceException($"git could not be started ({start.FileName}): {e.Message}", e);
        }
    }

    /// <summary>Writes its standard input on a thread of its own, so that neither side waits for the other for ever.</summary>
    public void Feed(Action<Stream> write)
    {
        _feeder = new Thread(() => Write(write)) { IsBackground = true, Name = "git input" };
        _feeder.Start();
    }

    public void CopyOutput(Stream destination)
    {
        try
        {
            Output.CopyTo(destination);
        }
        catch (IOException)
        {
            // It was killed while we read: its exit code tells.
        }
    }

    public int WaitForExit()
    {
        _process.WaitForExit();
        _feeder?.Join();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _registration.Dispose();
        Kill();
        _process.StandardOutput.Dispose();
        _process.WaitForExit();
        _feeder?.Join();
        _errors.Wait();
        _process.Dispose();
    }

    private void Write(Action<Stream> write)
    {
        try
        {
            using var input = _process.StandardInput.BaseStream;
            write(input);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It ended before it read everything: its exit code tells.
        }
    }

    public void Kill()
    {
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string ReadErrors(StreamReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[1024];
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (text.Length < MostErrorCharacters) text.Append(buffer, 0, read);
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] != '\n') text[i] = '?';
        }
        return text.ToString().Trim();
    }
}
