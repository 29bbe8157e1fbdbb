using Stanch.Catalogue;

namespace Stanch.Bench.Accuracy;

/// <summary>How often each detector was right.</summary>
internal sealed class DetectorTally
{
    private readonly Dictionary<string, DetectorQuality> _counts = [];

    public IReadOnlyDictionary<string, DetectorQuality> Counts => _counts;

    /// <summary>Counts each detector once for a case or line: right where there was a secret to find and it was found, wrong where there was none.</summary>
    public void Add(IEnumerable<Finding> findings, Outcome outcome)
    {
        if (outcome is Outcome.TrueNegative or Outcome.FalseNegative)
        {
            return;
        }

        foreach (var id in findings.Select(finding => finding.Detector.Id).Distinct())
        {
            var counts = _counts.GetValueOrDefault(id);
            _counts[id] = outcome == Outcome.TruePositive ? counts with { Right = counts.Right + 1 } : counts with { Wrong = counts.Wrong + 1 };
        }
    }

    public void Add(DetectorTally other)
    {
        foreach (var (id, counts) in other._counts)
        {
            var known = _counts.GetValueOrDefault(id);
            _counts[id] = new DetectorQuality(known.Right + counts.Right, known.Wrong + counts.Wrong);
        }
    }

    public void Write(TextWriter output)
    {
        foreach (var (id, counts) in _counts.OrderByDescending(pair => pair.Value.Wrong).ThenByDescending(pair => pair.Value.Right))
        {
            output.WriteLine($"{id,-48} right {counts.Right} wrong {counts.Wrong}");
        }
    }
}
