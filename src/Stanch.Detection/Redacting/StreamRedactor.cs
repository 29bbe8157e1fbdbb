using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Redacting;

/// <summary>
/// Gives a stream on with each secret replaced by <c>[redacted:DETECTOR]</c>, line by line, in constant memory. What comes out depends on the bytes
/// alone, never on how they were cut into reads. Not for several threads at once.
/// </summary>
/// <param name="scanner">The engine.</param>
/// <param name="output">Written to whenever a line can be given on.</param>
/// <param name="least">From which evidence on a secret is replaced.</param>
public sealed class StreamRedactor(Scanner scanner, Stream output, Evidence least)
{
    private static readonly Provenance s_place = new Provenance.StandardInput();
    private readonly RedactionSizes _sizes = RedactionSizes.Default;
    private readonly OpenText _open = new();
    private readonly KnownSecrets _known = new();
    private readonly List<HiddenSpan> _spans = [];

    // What was given on lately and is remembered, then what is held.
    private byte[] _buffer = new byte[16 << 10];
    private byte[] _view = [];
    private int _past;
    private int _end;
    private int _lineStart;

    // Where the last group of lines ended that was held until it was whole: what starts before does not go on behind.
    private int _settled;
    private long _passed;
    private bool _isAfterReturn;

    internal StreamRedactor(Scanner scanner, Stream output, Evidence least, RedactionSizes sizes)
        : this(scanner, output, least) => _sizes = sizes;

    /// <summary>What the search works with: of one thread, and large, so that many short texts share one.</summary>
    internal ScanScratch Scratch { get => field ??= new ScanScratch(); init; }

    /// <summary>How many secrets were replaced so far.</summary>
    public long Replaced { get; private set; }

    /// <summary>Takes the next bytes and gives on every line that no secret can hold any more.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var room = bytes[..Math.Min(bytes.Length, _sizes.Held - (_end - _past))];
            var lineEnd = room.IndexOfAny((byte)'\n', (byte)'\r');
            var piece = lineEnd < 0 ? room : room[..(lineEnd + 1)];
            Append(piece);
            bytes = bytes[piece.Length..];
            if (lineEnd >= 0)
            {
                EndLine();
            }

            if (_end - _past == _sizes.Held)
            {
                ReleasePart();
            }
        }
    }

    /// <summary>Gives on what is left: the stream has ended.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Complete()
    {
        if (_end > _lineStart && _lineStart > _past && _open.EndsBefore(_buffer.AsSpan(_lineStart.._end)))
        {
            Release(_lineStart, _lineStart);
        }

        Release(_end, _end);
        _open.Close();
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        if (_buffer.Length - _end < piece.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + piece.Length));
        }

        piece.CopyTo(_buffer.AsSpan(_end));
        _end += piece.Length;
    }

    private void EndLine()
    {
        var line = _buffer.AsSpan(_lineStart.._end);
        var isRestOfEnd = _isAfterReturn && line is [(byte)'\n'];
        _isAfterReturn = line[^1] == (byte)'\r';
        if (isRestOfEnd)
        {
            EndReturn();
            return;
        }

        if (_lineStart > _past && _open.EndsBefore(line))
        {
            var length = line.Length;
            _open.Close();
            Release(_lineStart, _lineStart);
            line = _buffer.AsSpan(_end - length, length);
        }

        _open.Read(line);
        if (_open.IsOpen)
        {
            _lineStart = _end;
        }
        else
        {
            Release(_end, _end);
        }
    }

    // The second byte of a line's end says nothing new.
    private void EndReturn()
    {
        if (_open.IsOpen)
        {
            _lineStart = _end;
            return;
        }

        output.Write(_buffer.AsSpan(_past.._end));
        Pass(_end);
    }

    // A line without an end, or a key without one: all but the reach of what may start in it.
    private void ReleasePart() => Release(Math.Max(_past + 1, _end - _sizes.After), _end);

    /// <summary>Gives on what stands before <paramref name="cut"/>, or a little more or less where that is within a secret.</summary>
    /// <param name="seen">How far the search may look.</param>
    private void Release(int cut, int seen)
    {
        if (cut == _past)
        {
            return;
        }

        FindSpans(seen);
        if (cut < seen)
        {
            cut = OutsideOfSpans(cut);
        }

        var position = _past;
        foreach (var span in _spans)
        {
            if (span.End <= position || span.Start >= cut)
            {
                continue;
            }

            output.Write(_buffer.AsSpan(position, Math.Max(0, span.Start - position)));
            output.Write(Encoding.ASCII.GetBytes($"[redacted:{span.Detector}]"));
            position = span.End;
            Replaced++;
        }

        output.Write(_buffer.AsSpan(position, Math.Max(0, cut - position)));
        _settled = cut == seen && _lineStart > _past ? cut : _settled;
        Pass(cut);
    }

    private int OutsideOfSpans(int cut)
    {
        foreach (var span in _spans)
        {
            if (span.Start < cut && span.End > cut)
            {
                return span.Start > _past ? span.Start : span.End;
            }
        }

        return cut;
    }

    private void FindSpans(int seen)
    {
        _spans.Clear();
        var content = _buffer.AsSpan(0, seen);
        var candidates = scanner.FindInBytes(ViewOf(content), SegmentOrigin.Start with { Offset = _passed }, content[_past..].Contains((byte)0), Scratch);
        Pairing.Pair(candidates);
        foreach (var candidate in candidates)
        {
            if ((candidate.Start < _settled && candidate.End > _past) || Judge.At(candidate, s_place) is not { } finding || finding.Evidence < least)
            {
                continue;
            }

            _spans.Add(new HiddenSpan(candidate.Start, candidate.End, finding.Detector.Id));
            if (finding.Evidence > Evidence.Review && candidate.Start >= _past)
            {
                _known.Add(content[candidate.Start..candidate.End], finding.Detector.Id);
            }
        }

        _known.Find(content, _spans);
        HiddenSpan.Merge(_spans);
    }

    private ReadOnlySpan<byte> ViewOf(ReadOnlySpan<byte> content)
    {
        if (!TerminalCodes.Stand(content))
        {
            return content;
        }

        if (_view.Length < content.Length)
        {
            _view = new byte[_buffer.Length];
        }

        content.CopyTo(_view);
        TerminalCodes.Blank(_view.AsSpan(0, content.Length));
        return _view.AsSpan(0, content.Length);
    }

    // Forgets all but a little of what was given on.
    private void Pass(int cut)
    {
        var drop = Math.Max(0, cut - _sizes.Before);
        if (drop > 0)
        {
            // From a line's start, where more than its end is left of it.
            var lineEnd = _buffer.AsSpan(drop..cut).IndexOf((byte)'\n');
            drop += lineEnd >= 0 && drop + lineEnd + 1 < cut ? lineEnd + 1 : 0;
        }

        _buffer.AsSpan(drop.._end).CopyTo(_buffer);
        _passed += drop;
        _past = cut - drop;
        _end -= drop;
        _lineStart = Math.Max(_past, _lineStart - drop);
        _settled = Math.Max(0, _settled - drop);
    }
}
