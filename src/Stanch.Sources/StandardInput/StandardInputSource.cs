namespace Stanch.Sources.StandardInput;

/// <summary>What comes through the pipe: a patch is reported at the patched files and lines, anything else as it is. Read as it comes, never held whole.</summary>
internal static class StandardInputSource
{
    // A patch shows itself before this, however long the message of its first commit; what is shorter is searched as one piece.
    private const int HeadBytes = 1 << 20;

    public static void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        if (request.OpenStandardInput is not { } open)
        {
            throw new SourceException("standard input cannot be read here: name a file or a folder");
        }

        try
        {
            using var input = open();
            Read(input, sink, cancellation);
        }
        catch (IOException e)
        {
            sink.NotRead(new CoverageGap("<stdin>", GapKind.Unreadable, $"cannot be read on: {e.Message}"));
        }
    }

    private static void Read(Stream input, IBlobSink sink, CancellationToken cancellation)
    {
        var head = new byte[HeadBytes];
        var count = input.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        using var whole = new Files.OpenFileStream(head, count, new InputFile(input));
        if (PatchReader.IsPatch(head.AsSpan(0, count)))
        {
            new PatchReader(new PatchLines(whole), sink).Read(cancellation);
        }
        else if (count < HeadBytes)
        {
            sink.Accept(new Blob(head.AsSpan(0, count), new Provenance.StandardInput()));
        }
        else
        {
            sink.AcceptStream(whole, new Provenance.StandardInput());
        }
    }

    private sealed class InputFile(Stream input) : Files.IOpenFile
    {
        public int Read(Span<byte> buffer) => input.Read(buffer);

        public void Dispose()
        {
        }
    }
}
