using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Decoding;
using Stanch.Detection.Deltas;
using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>What one thread needs while it scans, reused from blob to blob so that a blob without a match allocates nothing.</summary>
internal sealed class ScanScratch
{
    private readonly int _depth;
    private ScanScratch? _inner;
    private DecodedText? _text;

    // What one huge blob needed is not held for the rest of the scan.
    private const int MostKept = 1 << 14;
    private const int MostWithin = 8;

    private char[] _window = new char[1024];
    private (int Start, int End) _keyword = (-1, -1);
    private Assignment? _assignment;
    private ((int, int) Keyword, bool MayBeLong) _measured = ((-1, -1), false);
    private TraceRecorder? _recorder;
    private DeltaPlan? _plan;
    private (int End, int Within)[] _outerValues = [];

    public ScanScratch()
        : this(new HitBuffer(), new MatchedSet(), 0)
    {
    }

    private ScanScratch(HitBuffer hits, MatchedSet matched, int depth)
    {
        Hits = hits;
        Matched = matched;
        _depth = depth;
    }

    /// <summary>How many times the text was decoded: 0 for a blob as it is.</summary>
    public int Depth => _depth;

    /// <summary>For the text that is decoded out of this one. The hits of a text are read before it is decoded, so all layers share their buffer.</summary>
    public ScanScratch Inner => _inner ??= new ScanScratch(Hits, Matched, _depth + 1);

    /// <summary>What one piece of this text decodes to.</summary>
    public DecodedText Text => _text ??= new DecodedText();

    public List<EncodedPiece> Pieces { get; } = [];

    /// <summary>How many bytes may still be decoded out of one piece of the blob, through all layers.</summary>
    public long Budget { get; set; }

    /// <summary>What this text was decoded from.</summary>
    public TextEncoding Within { get; set; }

    public HitBuffer Hits { get; }

    /// <summary>Notes what blobs made from this one need; null where none is.</summary>
    public TraceRecorder? Trace { get; private set; }

    /// <summary>In how many bytes of the last blob that came with its origin keywords were looked for.</summary>
    public int Searched { get; set; }

    public DeltaPlan Plan => _plan ??= new DeltaPlan();

    /// <summary>Escapes of a blob whose base's are known.</summary>
    public List<EscapeSign> Signs { get; } = [];

    /// <summary>Which detectors had matches since it was cleared, in all layers of a blob and in all its segments.</summary>
    public MatchedSet Matched { get; }

    public List<FoundMatch> Matches { get; } = [];

    public HashSet<(int Detector, int Start, int End)> Seen { get; } = [];

    /// <summary>The bytes as Latin-1 text: one character a byte, so that offsets stay.</summary>
    public ReadOnlySpan<char> Widen(ReadOnlySpan<byte> bytes)
    {
        if (_window.Length < bytes.Length)
        {
            _window = new char[bytes.Length * 2];
        }

        var count = Encoding.Latin1.GetChars(bytes, _window);
        return _window.AsSpan(0, count);
    }

    /// <summary>Reads the assignment around a keyword once, however many detectors wait for that keyword.</summary>
    public bool TryReadAssignment(ReadOnlySpan<byte> content, int keywordStart, int keywordEnd, out Assignment assignment)
    {
        if (_keyword != (keywordStart, keywordEnd))
        {
            _keyword = (keywordStart, keywordEnd);
            _assignment = AssignmentReader.TryRead(content, keywordStart, keywordEnd, out var read) ? read : null;
        }

        assignment = _assignment.GetValueOrDefault();
        return _assignment.HasValue;
    }

    /// <summary>The same for <see cref="DeltaReach.MayBeLong"/>.</summary>
    public bool MayBeLong(ReadOnlySpan<byte> content, int keywordStart, int keywordEnd)
    {
        if (_measured.Keyword != (keywordStart, keywordEnd))
        {
            _measured = ((keywordStart, keywordEnd), DeltaReach.MayBeLong(content, keywordStart, keywordEnd));
        }

        return _measured.MayBeLong;
    }

    public void StartTrace(bool isWanted)
    {
        Trace = isWanted ? _recorder ??= new TraceRecorder() : null;
        Trace?.Start();
    }

    /// <summary>
    /// True when the value stands, with many others of the same detector, within one value: <c>password=password=password=…</c> would otherwise be
    /// a value of kilobytes for each of its words.
    /// </summary>
    public bool IsNestedTooDeep(int detector, Assignment assignment)
    {
        ref var outer = ref _outerValues[detector];
        if (assignment.ValueStart >= outer.End)
        {
            outer = (assignment.ValueEnd, 0);
            return false;
        }

        return ++outer.Within > MostWithin;
    }

    /// <summary>Forgets the last blob.</summary>
    /// <param name="detectors">How many detectors there are.</param>
    public void Start(int detectors)
    {
        if (_outerValues.Length != detectors)
        {
            _outerValues = new (int End, int Within)[detectors];
        }

        Array.Clear(_outerValues);
        _keyword = (-1, -1);
        _measured = ((-1, -1), false);
        Matches.Clear();
        Seen.Clear();
        Pieces.Clear();
        if (Matches.Capacity > MostKept)
        {
            Matches.Capacity = 0;
            Seen.TrimExcess();
        }
    }
}
