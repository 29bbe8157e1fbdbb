namespace Stanch.Sources.StandardInput;

/// <summary>Lines that stand together: the new side of a hunk, or what stands between patches. Handed on in parts that overlap where it is long.</summary>
internal sealed class PatchPiece : IDisposable
{
    private const int PartBytes = 16 << 20;

    // More than any detector looks back or ahead.
    private const int OverlapBytes = 128 << 10;

    private readonly MemoryStream _content = new();
    private readonly List<(int Offset, bool IsNew)> _lines = [];
    private int _firstLine;

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The number of the line that is added next.</summary>
    public int NextLine
    {
        get => _firstLine + _lines.Count;
        set => _firstLine = value - _lines.Count;
    }

    public void Add(ReadOnlySpan<byte> line, bool isNew)
    {
        _lines.Add(((int)_content.Length, isNew));
        _content.Write(line);
        _content.WriteByte((byte)'\n');
    }

    /// <summary>Hands the lines on when there are enough of them, and keeps the last ones to be read with the next.</summary>
    public void FlushIfLong(Provenance provenance, IBlobSink sink)
    {
        if (_content.Length < PartBytes)
        {
            return;
        }

        Send(provenance, sink);
        var kept = _lines.FindIndex(line => line.Offset >= _content.Length - OverlapBytes);
        var from = kept < 0 ? (int)_content.Length : _lines[kept].Offset;
        var rest = _content.GetBuffer().AsSpan(from, (int)_content.Length - from).ToArray();
        var count = kept < 0 ? _lines.Count : kept;
        _firstLine += count;
        _lines.RemoveRange(0, count);
        for (var i = 0; i < _lines.Count; i++)
        {
            _lines[i] = _lines[i] with { Offset = _lines[i].Offset - from };
        }

        _content.SetLength(0);
        _content.Write(rest);
    }

    /// <summary>Hands everything on and starts anew.</summary>
    public void Flush(Provenance provenance, IBlobSink sink)
    {
        Send(provenance, sink);
        _content.SetLength(0);
        _lines.Clear();
    }

    public void Dispose() => _content.Dispose();

    private void Send(Provenance provenance, IBlobSink sink)
    {
        var added = new HashSet<int>();
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].IsNew)
            {
                added.Add(_firstLine + i);
            }
        }

        if (added.Count > 0)
        {
            var content = _content.GetBuffer().AsSpan(0, (int)_content.Length);
            sink.Accept(new Blob(content, provenance) { FirstLine = _firstLine, NewLines = added.Count == _lines.Count ? null : added });
        }
    }
}
