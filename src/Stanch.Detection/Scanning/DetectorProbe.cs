using System.Collections.Concurrent;

namespace Stanch.Detection.Scanning;

/// <summary>A scanner of some detectors, asked only whether they match.</summary>
internal sealed class DetectorProbe(Scanner scanner) : IDetectorProbe
{
    private readonly ConcurrentBag<ScanScratch> _scratches = [];

    public bool Matches(ReadOnlySpan<byte> content)
    {
        var scratch = Rent();
        scratch.Matched.Clear();
        var found = scanner.Find(content, SegmentOrigin.Start, scratch).Count > 0 || !scratch.Matched.IsEmpty;
        _scratches.Add(scratch);
        return found;
    }

    private ScanScratch Rent() => _scratches.TryTake(out var scratch) ? scratch : new ScanScratch();
}
