namespace Stanch.Sources.Files;

/// <summary>A file that is open for reading.</summary>
internal interface IOpenFile : IDisposable
{
    /// <summary>Reads on from where the last read ended; 0 at the end.</summary>
    /// <exception cref="IOException">The read failed; the message says why.</exception>
    int Read(Span<byte> buffer);
}
