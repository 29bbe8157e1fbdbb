namespace Stanch.Detection.Decoding;

/// <summary>
/// Decoded bytes and where each came from. One a layer and thread, reused. Block encodings (base 64, hex) come as one run, whose places are all the
/// run's; escapes keep the place of each byte.
/// </summary>
internal sealed class DecodedText
{
    // What one large run needed is not held for the rest of the scan.
    private const int MostKept = 1 << 20;

    private byte[] _bytes = new byte[1024];
    private int[] _starts = [];
    private int[] _ends = [];
    private bool _isBlock;

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Where the encoded piece starts in the text that held it.</summary>
    public int SourceStart { get; private set; }

    public int SourceEnd { get; private set; }

    /// <summary>Where the run ends, of which the end may be too far to be decoded.</summary>
    public int RunEnd { get; private set; }

    /// <summary>How many bytes at the start are not decoded: the name that the encoded value was given to.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>The decoded value alone where it is one word or line; empty for longer text.</summary>
    public ReadOnlySpan<byte> Word => _bytes.AsSpan(PrefixLength, WordLength);

    public int WordLength { get; set; }

    /// <summary>A secret counts only when it starts in this part of the source: neighbouring windows overlap.</summary>
    public (int From, int To) Owned { get; set; }

    /// <summary>Whether places are the whole run's.</summary>
    public bool IsBlock => _isBlock;

    /// <summary>Whether it came out of gzip.</summary>
    public bool IsInflated { get; set; }

    /// <summary>Outermost first.</summary>
    public List<TextEncoding> Steps { get; } = [];

    /// <summary>Forgets the last piece.</summary>
    public void Start()
    {
        if (_bytes.Length > MostKept)
        {
            _bytes = new byte[1024];
        }

        Steps.Clear();
        IsInflated = false;
        (PrefixLength, WordLength, Length) = (0, 0, 0);
    }

    /// <param name="runEnd">Where the run ends of which a part was decoded.</param>
    public void SetBlock(int sourceStart, int runEnd, int sourceEnd)
    {
        _isBlock = true;
        (SourceStart, SourceEnd, RunEnd, Owned) = (sourceStart, sourceEnd, runEnd, (sourceStart, sourceEnd));
    }

    public void StartEscapes(int sourceStart, int sourceEnd, TextEncoding encoding)
    {
        Start();
        _isBlock = false;
        (SourceStart, SourceEnd) = (sourceStart, sourceEnd);
        Steps.Add(encoding);
        var most = sourceEnd - sourceStart;
        if (_starts.Length < most)
        {
            (_starts, _ends) = (new int[most], new int[most]);
        }

        Reserve(most);
    }

    /// <summary>Appends a byte with its place; the room was reserved.</summary>
    public void Add(byte b, int start, int end)
    {
        _bytes[Length] = b;
        _starts[Length] = start;
        _ends[Length] = end;
        Length++;
    }

    /// <summary>Appends bytes that stand as they are.</summary>
    public void Add(ReadOnlySpan<byte> bytes, int start)
    {
        bytes.CopyTo(_bytes.AsSpan(Length));
        for (var i = 0; i < bytes.Length; i++)
        {
            (_starts[Length + i], _ends[Length + i]) = (start + i, start + i + 1);
        }

        Length += bytes.Length;
    }

    /// <summary>Room for more bytes, of which <see cref="Commit"/> takes as many as were written.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        return _bytes.AsSpan(Length, count);
    }

    public void Commit(int count) => Length += count;

    public void Append(byte b)
    {
        Reserve(1)[0] = b;
        Length++;
    }

    public void Truncate(int length) => Length = length;

    /// <summary>Puts other bytes in the place of those of a block: inflated, or brought into UTF-8.</summary>
    public void Replace(ReadOnlySpan<byte> bytes)
    {
        Length = 0;
        bytes.CopyTo(Reserve(bytes.Length));
        Length = bytes.Length;
    }

    /// <summary>Puts the name before a decoded value, so that the two are judged together.</summary>
    public void Prepend(ReadOnlySpan<byte> content, int start)
    {
        var prefix = content[start..SourceStart];
        Reserve(prefix.Length);
        Bytes.CopyTo(_bytes.AsSpan(prefix.Length));
        prefix.CopyTo(_bytes);
        PrefixLength = prefix.Length;
        Length += prefix.Length;
    }

    /// <summary>Where in the source the text of [<paramref name="start"/>, <paramref name="end"/>) stands.</summary>
    public (int Start, int End) Place(int start, int end) => _isBlock ? (SourceStart, SourceEnd) : (_starts[start], _ends[end - 1]);
}
