using System.Globalization;

namespace Stanch.Sources.Git;

/// <summary>Reports what was not read, each thing once, and a number instead of a list where a clone lacks thousands of objects.</summary>
/// <param name="sink">Is told.</param>
/// <param name="prefix">Stands before every name: where a submodule lies.</param>
internal sealed class GapReport(IBlobSink sink, string prefix)
{
    private const int MostNamed = 100;

    private readonly HashSet<(GapKind, string, string)> _reported = [];
    private readonly Dictionary<GapKind, int> _counts = [];

    public void Add(string path, GapKind kind, string detail)
    {
        if (!_reported.Add((kind, path, detail))) return;
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (count <= MostNamed) sink.NotRead(new CoverageGap(prefix + path, kind, detail));
    }

    /// <summary>Says how many were not named.</summary>
    public void Close()
    {
        foreach (var (kind, count) in _counts.Where(pair => pair.Value > MostNamed).OrderBy(pair => pair.Key))
            sink.NotRead(new CoverageGap($"{prefix}<{kind.ToString().ToLowerInvariant()}>", kind, string.Create(CultureInfo.InvariantCulture, $"and {count - MostNamed:N0} more of this kind")));
        _counts.Clear();
    }
}
