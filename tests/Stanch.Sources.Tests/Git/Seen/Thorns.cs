using System.Globalization;
using System.Text.RegularExpressions;
using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Sources.Tests.Git.Seen;

/// <summary>Detectors of made-up formats, and secrets of them that no other run has.</summary>
internal static partial class Thorns
{
    public static Detector Thorn { get; } = Make("thorn", ThornPattern, 14);

    public static Detector Briar { get; } = Make("briar", BriarPattern, 14);

    /// <summary>The detector of the same id that takes longer ones only.</summary>
    public static Detector LongBriar { get; } = Make("briar", LongBriarPattern, 22);

    public static Detector Nettle { get; } = Make("nettle", NettlePattern, 15);

    public static string Secret(string kind, int seed, int length = 12)
    {
        var random = new Random(seed);
        return $"{kind}_{string.Concat(Enumerable.Range(0, length).Select(_ => "abcdefghijkmnpqrstuvwxyz23456789"[random.Next(32)]))}";
    }

    /// <summary>All that a report would say, as lines.</summary>
    public static string Told(ScanSession session)
    {
        var coverage = session.Coverage();
        return string.Join('\n',
        [
            .. session.Findings().Select(finding => $"{finding.Detector.Id} {finding.Secret.Reveal()} {finding.Location} {finding.Evidence} {Place(finding.Provenance)}"),
            .. coverage.Gaps.Select(gap => $"{gap}"),
            string.Create(CultureInfo.InvariantCulture, $"{coverage.Blobs} blobs, {coverage.Bytes} bytes"),
        ]);
    }

    private static string Place(Provenance place) => place is Provenance.Commit commit
        ? $"{commit.Path} {commit.Introduced} {commit.Last} {commit.Removed} {commit.AtHead} {commit.BlobId}"
        : $"{place}";

    private static Detector Make(string id, Func<Regex> pattern, int minLength) => new()
    {
        Id = id,
        Name = id,
        Provider = id + "s",
        Severity = Severity.High,
        Keywords = [id + "_"],
        Context = DetectorContext.Inside,
        Pattern = new DetectorPattern(pattern) { MinLength = minLength, MaxLength = 64 },
        Filters = new DetectorFilters(Entropy: 0, Placeholder: false, Words: false),
    };

    [GeneratedRegex("thorn_[a-z0-9]{8,40}")]
    private static partial Regex ThornPattern();

    [GeneratedRegex("briar_[a-z0-9]{8,40}")]
    private static partial Regex BriarPattern();

    [GeneratedRegex("briar_[a-z0-9]{16,40}")]
    private static partial Regex LongBriarPattern();

    [GeneratedRegex("nettle_[a-z0-9]{8,40}")]
    private static partial Regex NettlePattern();
}
