using System.Runtime.CompilerServices;
using Stanch.Detection.Deltas;

namespace Stanch.Detection.Decoding;

/// <summary>
/// Gathers the signs of escapes into windows that are decoded at once: cells of a grid over the whole blob, so that a blob read in segments has the same
/// ones, with a margin on both sides for what stands across a border, cut down to the lines that have a sign.
/// </summary>
internal ref struct EscapeWindows
{
    private const int CellBytes = 4096;
    private const int Margin = 1024;
    private const int OwnedBefore = 512;
    private const int FirstKind = (int)TextEncoding.Percent;
    private const int Kinds = (int)TextEncoding.Concatenation - FirstKind + 1;

    private long _offset;
    private OpenWindows _open;

    /// <summary>Where the signs are noted; null where nobody needs them.</summary>
    public List<EscapeSign>? Signs { get; init; }

    /// <summary>True where signs are only noted, to become windows later.</summary>
    public bool OnlyNotes { get; init; }

    public void Start(long offset)
    {
        _offset = offset;
        for (var i = 0; i < Kinds; i++)
        {
            _open[i].First = -1;
        }
    }

    /// <summary>Looks at a sign: what it is, and whether it decodes to something that could belong to a secret.</summary>
    public void See(ReadOnlySpan<byte> content, int at, List<EncodedPiece> pieces)
    {
        var encoding = EscapeSigns.Of(content, at);
        if (encoding == TextEncoding.None)
        {
            return;
        }

        Signs?.Add(new EscapeSign(at, encoding));
        if (!OnlyNotes)
        {
            Add(content, at, encoding, pieces);
        }
    }

    /// <summary>Takes a sign whose encoding is known; signs of one encoding come in order of place.</summary>
    public void Add(ReadOnlySpan<byte> content, int at, TextEncoding encoding, List<EncodedPiece> pieces)
    {
        ref var open = ref _open[(int)encoding - FirstKind];
        var cell = (_offset + at) / CellBytes;
        if (open.First >= 0 && open.Cell != cell)
        {
            Close(content, encoding, ref open, pieces);
        }

        if (open.First < 0)
        {
            (open.Cell, open.First) = (cell, at);
        }

        open.Last = at;
    }

    public void Finish(ReadOnlySpan<byte> content, List<EncodedPiece> pieces)
    {
        for (var i = 0; i < Kinds; i++)
        {
            if (_open[i].First >= 0)
            {
                Close(content, (TextEncoding)(FirstKind + i), ref _open[i], pieces);
            }
        }
    }

    private readonly void Close(ReadOnlySpan<byte> content, TextEncoding encoding, ref Open open, List<EncodedPiece> pieces)
    {
        var cell = open.Cell * CellBytes - _offset;
        var from = (int)Math.Max(0, cell - Margin);
        var to = (int)Math.Min(content.Length, cell + CellBytes + Margin);
        var start = from + content[from..open.First].LastIndexOf((byte)'\n') + 1;
        var last = Math.Min(to, open.Last + 2);
        var end = encoding == TextEncoding.QuotedPrintable ? to : LineEnd(content[..to], encoding == TextEncoding.Concatenation ? LineEnd(content[..to], last - 1) + 1 : last);
        if (encoding == TextEncoding.QuotedPrintable)
        {
            start = from;
        }

        pieces.Add(new EncodedPiece(encoding, start, end, (int)Math.Max(0, cell - OwnedBefore), (int)Math.Min(content.Length, cell + CellBytes)));
        open.First = -1;
    }

    private static int LineEnd(ReadOnlySpan<byte> content, int from)
    {
        var length = from >= content.Length ? -1 : content[from..].IndexOf((byte)'\n');
        return length < 0 ? content.Length : from + length;
    }

    private struct Open
    {
        public long Cell;
        public int First;
        public int Last;
    }

    [InlineArray(Kinds)]
    private struct OpenWindows
    {
        private Open _first;
    }
}
