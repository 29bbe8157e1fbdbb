using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Stanch.Detection;

namespace Stanch.Sources.Tests.Git;

/// <summary>A sink whose secrets are the words that start with "needle-": it keeps what a source tells it.</summary>
internal sealed partial class Needles : IBlobSink
{
    private readonly ConcurrentDictionary<(string Word, int Occurrence), int> _identities = new();
    private readonly ConcurrentDictionary<int, string> _words = new();
    private readonly Lock _gate = new();

    public ConcurrentDictionary<string, int> Searched { get; } = new();
    public ConcurrentDictionary<string, long> Streamed { get; } = new();
    public List<Judged> Findings { get; } = [];
    public List<CoverageGap> Gaps { get; } = [];
    public List<string> Remarks { get; } = [];

    /// <summary>Called at each search; a test may cancel there.</summary>
    public Action<string> OnFind { get; set; } = _ => { };

    public IEnumerable<string> Words => Findings.Select(finding => finding.Word).Order();

    public Provenance.Commit CommitOf(string word) => (Provenance.Commit)Findings.Single(finding => finding.Word == word).Place;

    public void Accept(Blob blob) => throw new NotSupportedException();

    public void AcceptStream(Stream content, Provenance provenance) => throw new NotSupportedException();

    public IReadOnlyList<int> Find(string blobId, ReadOnlySpan<byte> content)
    {
        OnFind(blobId);
        Searched.AddOrUpdate(blobId, 1, (_, count) => count + 1);
        return Identities(content);
    }

    public IReadOnlyList<int> FindStream(string blobId, Stream content)
    {
        OnFind(blobId);
        Searched.AddOrUpdate(blobId, 1, (_, count) => count + 1);
        using var all = new MemoryStream();
        content.CopyTo(all);
        Streamed[blobId] = all.Length;
        return Identities(all.ToArray());
    }

    public void Judge(string blobId, int identity, Provenance place)
    {
        lock (_gate) Findings.Add(new Judged(_words[identity], blobId, place));
    }

    public void NotRead(CoverageGap gap)
    {
        lock (_gate) Gaps.Add(gap);
    }

    public void Remark(string text)
    {
        lock (_gate) Remarks.Add(text);
    }

    private int[] Identities(ReadOnlySpan<byte> content)
    {
        var seen = new Dictionary<string, int>();
        var result = new List<int>();
        foreach (Match match in Needle().Matches(System.Text.Encoding.Latin1.GetString(content)))
        {
            var occurrence = seen[match.Value] = seen.GetValueOrDefault(match.Value) + 1;
            lock (_gate)
            {
                var identity = _identities.GetOrAdd((match.Value, occurrence), _ => _identities.Count);
                _words[identity] = match.Value;
                result.Add(identity);
            }
        }
        return [.. result];
    }

    [GeneratedRegex("needle-[a-z0-9]+")]
    private static partial Regex Needle();

    public sealed record Judged(string Word, string BlobId, Provenance Place);
}
