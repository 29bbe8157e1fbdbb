using Stanch.Detection;

namespace Stanch.Sources.Tests.Files;

/// <summary>A sink that keeps what it is given.</summary>
internal sealed class Collected : IBlobSink
{
    private readonly Lock _gate = new();

    public List<Piece> Pieces { get; } = [];
    public List<CoverageGap> Gaps { get; } = [];

    /// <summary>Called with the path before each piece is kept.</summary>
    public Action<string> OnPiece { get; set; } = _ => { };

    public IEnumerable<string> Paths => Pieces.Select(piece => piece.Place.Path).Order(StringComparer.Ordinal);

    public void Accept(Blob blob) => Keep(new Piece(blob.Provenance, blob.Content.ToArray(), blob.Content.Length, blob.FirstLine, blob.NewLines, false));

    public void AcceptStream(Stream content, Provenance provenance)
    {
        var buffer = new byte[1 << 16];
        long length = 0;
        int got;
        while ((got = content.Read(buffer)) > 0)
        {
            length += got;
        }

        Keep(new Piece(provenance, [], length, 1, null, true));
    }

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content) => throw new NotSupportedException();

    public IReadOnlyList<int> FindStream(string blobId, Stream content) => throw new NotSupportedException();

    public void Judge(string blobId, int identity, Provenance place) => throw new NotSupportedException();

    public void NotRead(CoverageGap gap)
    {
        lock (_gate)
        {
            Gaps.Add(gap);
        }
    }

    public void Remark(string text)
    {
    }

    private void Keep(Piece piece)
    {
        OnPiece(piece.Place.Path);
        lock (_gate)
        {
            Pieces.Add(piece);
        }
    }

    public sealed record Piece(Provenance Place, byte[] Content, long Length, int FirstLine, IReadOnlySet<int>? NewLines, bool IsStream);
}
