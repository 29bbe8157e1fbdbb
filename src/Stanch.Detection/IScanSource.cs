namespace Stanch.Detection;

/// <summary>Where bytes come from. Declares its name and options once; command line, help and docs are made from that.</summary>
public interface IScanSource
{
    /// <summary>The word after <c>stanch scan</c>; the default source is <c>files</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for the help.</summary>
    string Summary { get; }

    IReadOnlyList<SourceOption> Options { get; }

    /// <summary>
    /// Pushes every blob of the target into the sink, on up to <see cref="SourceRequest.Jobs"/> threads. What cannot be read goes to
    /// <see cref="IBlobSink.NotRead"/> and the walk goes on; when cancelled it stops soon, leaves nothing behind, and does not throw.
    /// </summary>
    /// <exception cref="SourceException">The target as a whole cannot be scanned: it is missing, or of another kind.</exception>
    void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation);
}
