using System.Text.RegularExpressions;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>Detectors built by hand, one of each context, whose filters let everything through.</summary>
internal static partial class Detectors
{
    private static readonly DetectorFilters Open = new(Entropy: 0, Placeholder: false, Words: false);

    public static readonly Detector Token = new()
    {
        Id = "acme-token",
        Name = "Acme token",
        Provider = "acme",
        Severity = Severity.High,
        Keywords = ["tok_"],
        Filters = Open,
        Pair = new DetectorPair("acme-id", 5),
        Pattern = new DetectorPattern(TokenPattern) { MinLength = 24, MaxLength = 24, AnchorOffset = 0, BoundaryBefore = true, BoundaryAfter = true, PublicPrefix = 4 },
    };

    public static readonly Detector Identifier = new()
    {
        Id = "acme-id",
        Name = "Acme id",
        Provider = "acme",
        Severity = Severity.Low,
        Keywords = ["acmeid-"],
        Filters = Open,
        Pattern = new DetectorPattern(IdentifierPattern) { MinLength = 17, MaxLength = 17, AnchorOffset = 0, BoundaryBefore = true, BoundaryAfter = true, PublicPrefix = 7 },
    };

    public static readonly Detector Around = new()
    {
        Id = "delta-key",
        Name = "Delta key",
        Provider = "delta",
        Severity = Severity.High,
        Keywords = ["-delta-"],
        Filters = Open,
        Pattern = new DetectorPattern(AroundPattern) { MinLength = 28, MaxLength = 28, BoundaryBefore = true, BoundaryAfter = true },
    };

    public static readonly Detector Assigned = new()
    {
        Id = "beta-key",
        Name = "Beta key",
        Provider = "beta",
        Severity = Severity.High,
        Keywords = ["beta"],
        Context = DetectorContext.Assigned,
        Filters = Open,
        Pattern = new DetectorPattern(AssignedPattern) { MinLength = 24, MaxLength = 24, BoundaryBefore = true, BoundaryAfter = true },
    };

    public static readonly Detector Near = new()
    {
        Id = "gamma-key",
        Name = "Gamma key",
        Provider = "gamma",
        Severity = Severity.High,
        Keywords = ["gamma"],
        Context = DetectorContext.Near,
        Filters = Open,
        Pattern = new DetectorPattern(NearPattern) { MinLength = 32, MaxLength = 32, BoundaryBefore = true, BoundaryAfter = true },
    };

    public static readonly Detector Password = new()
    {
        Id = "generic-password",
        Name = "Password",
        Provider = "generic",
        Severity = Severity.Medium,
        Keywords = ["password", "passwd"],
        Context = DetectorContext.Assigned,
        Pattern = new DetectorPattern(AnythingPattern) { MinLength = 4, MaxLength = 4096 },
    };

    public static readonly Detector Key = new()
    {
        Id = "private-key",
        Name = "Private key",
        Provider = "keys",
        Severity = Severity.Critical,
        Keywords = ["-----begin"],
        Proof = "private-key",
        Pattern = new DetectorPattern(KeyPattern) { MinLength = 27, MaxLength = 60, AnchorOffset = 0 },
    };

    public static readonly Detector Manifest = new()
    {
        Id = "kubernetes-secret-value",
        Name = "Kubernetes secret",
        Provider = "kubernetes",
        Severity = Severity.High,
        Keywords = ["kind: secret", "\"kind\": \"secret"],
        Proof = "kubernetes-secret",
        Pattern = new DetectorPattern(AnythingPattern) { MinLength = 4, MaxLength = 64 },
    };

    public static readonly Detector[] All = [Token, Identifier, Around, Assigned, Near, Password];

    public static readonly Scanner Scanner = new(All);

    public static List<Candidate> Find(byte[] content) => Scanner.Find(content, SegmentOrigin.Start, new ScanScratch());

    /// <summary>Everything of a candidate that a report can show, and its secret.</summary>
    public static string Describe(Candidate candidate) => $"{DescribeInClear(candidate)} {string.Join('|', candidate.Snippet.Redacted())}";

    /// <summary>The same without the redacted lines, in which secrets of other lines are hidden where those are known.</summary>
    public static string DescribeInClear(Candidate candidate) =>
        $"{candidate.Detector.Id} {candidate.Secret.Reveal()} {candidate.Location} {candidate.Evidence} {string.Join(',', candidate.Reasons)} {string.Join(',', candidate.Facts)} {string.Join('>', candidate.Decoded)} "
        + $"{candidate.Snippet.FirstLine} {string.Join('|', candidate.Snippet.Reveal())}";

    [GeneratedRegex(@"\Atok_[A-Za-z0-9]{20}")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\Aacmeid-[0-9]{10}")]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex("[0-9a-f]{8}-delta-[0-9a-f]{13}")]
    private static partial Regex AroundPattern();

    [GeneratedRegex("[A-Za-z0-9]{24}")]
    private static partial Regex AssignedPattern();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex NearPattern();

    [GeneratedRegex(".{4,4096}")]
    private static partial Regex AnythingPattern();

    [GeneratedRegex(@"\A-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----")]
    private static partial Regex KeyPattern();
}
