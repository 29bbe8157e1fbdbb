namespace Stanch.Sources.StandardInput;

/// <summary>What comes through the pipe: a patch is reported at the patched files and lines, anything else as it is.</summary>
internal static class StandardInputSource
{
    private const int LongestPatch = 64 << 20;

    public static void Walk(SourceRequest request, IBlobSink sink, CancellationToken cancellation)
    {
        if (request.OpenStandardInput is not { } open)
        {
            throw new SourceException("standard input cannot be read here: name a file or a folder");
        }

        using var input = open();
        var head = ReadUpTo(input, LongestPatch);
        if (head.Length < LongestPatch && PatchReader.IsPatch(head))
        {
            PatchReader.Read(head, sink, cancellation);
        }
        else if (head.Length < LongestPatch)
        {
            sink.Accept(new Blob(head, new Provenance.StandardInput()));
        }
        else
        {
            using var rest = new Files.OpenFileStream(head, head.Length, new InputFile(input));
            sink.AcceptStream(rest, new Provenance.StandardInput());
        }
    }

    private static byte[] ReadUpTo(Stream input, int most)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        int got;
        while (content.Length < most && (got = input.Read(buffer, 0, (int)Math.Min(buffer.Length, most - content.Length))) > 0)
        {
            content.Write(buffer, 0, got);
        }

        return content.ToArray();
    }

    private sealed class InputFile(Stream input) : Files.IOpenFile
    {
        public int Read(Span<byte> buffer) => input.Read(buffer);

        public void Dispose()
        {
        }
    }
}
