using System.Runtime.InteropServices;
using Stanch.Detection.Decoding;

namespace Stanch.Detection.Deltas;

/// <summary>Notes what a search comes by that those of other blobs need. One a thread, used again.</summary>
internal sealed class TraceRecorder
{
    // A blob full of signs is searched as fast as its trace is read: its deltas are searched whole.
    private const int LeastEntries = 64;
    private const int BytesAnEntry = 64;

    private readonly List<KeptHit> _hits = [];
    private readonly List<EncodedPiece> _runs = [];

    public List<EscapeSign> Signs { get; } = [];

    public void Start()
    {
        _hits.Clear();
        _runs.Clear();
        Signs.Clear();
    }

    public void Add(KeptHit hit) => _hits.Add(hit);

    public void AddRuns(List<EncodedPiece> pieces)
    {
        foreach (var piece in CollectionsMarshal.AsSpan(pieces))
        {
            if (piece.Encoding is TextEncoding.Base64 or TextEncoding.Hex)
            {
                _runs.Add(piece);
            }
        }
    }

    /// <summary>The trace, or null where it would be too long to pay.</summary>
    public BlobTrace? ToTrace(object owner, int length) =>
        _hits.Count + Signs.Count + _runs.Count > Math.Max(LeastEntries, length / BytesAnEntry) ? null : new BlobTrace(owner, length, [.. _hits], [.. Signs], [.. _runs]);
}
