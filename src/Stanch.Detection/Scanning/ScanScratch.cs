using System.Text;
using Stanch.Detection.Matching;

namespace Stanch.Detection.Scanning;

/// <summary>What one thread needs while it scans, reused from blob to blob so that a blob without a match allocates nothing.</summary>
internal sealed class ScanScratch
{
    private char[] _window = new char[1024];

    public HitBuffer Hits { get; } = new();

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

    public void Clear()
    {
        Matches.Clear();
        Seen.Clear();
    }
}
