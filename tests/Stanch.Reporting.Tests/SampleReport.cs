using Stanch.Detection;

namespace Stanch.Reporting.Tests;

/// <summary>One report with everything a format has to cope with.</summary>
internal static class SampleReport
{
    private const string Repository = "/work/shop";
    private const string Ada = "Ada <ada@example.com>";
    private static readonly Secret Deploy = Fake.TokenSecret(1);
    private static readonly CommitInfo Brought = Fake.Commit(1, Ada, 0, "Add the deploy script");
    private static readonly CommitInfo Removed = Fake.Commit(2, Ada, 12, "Take the token out");
    private static readonly CommitInfo Hostile = Fake.Commit(3, "\e]0;owned\aMallory \u202Egro.live@\n", 20, "'); DROP TABLE & <b>bold</b>\e[2J");

    public static ScanReport Rich { get; } = new()
    {
        Findings = [.. Findings().OrderBy(finding => finding.Provenance.Path, StringComparer.Ordinal)],
        Coverage = new Coverage(1204, 18_234_411, [.. Gaps()],
            ["History was not read: `stanch scan git` reads it.", "The clone is shallow: 12 commits are absent."]),
        Target = ".",
        Detectors = [Fake.Identifier, Fake.Token, Fake.Webhook, Fake.Password, Fake.PrivateKey],
        Version = "0.1.0",
        Catalogue = "c0ffee12",
        Started = Fake.Noon.AddDays(30),
        Finished = Fake.Noon.AddDays(30).AddMilliseconds(840),
        Repository = new RepositoryInfo(Repository, "https://git.example.com/shop.git", Removed.Id, "main"),
        ExitCode = 1,
    };

    public static ScanReport Clean { get; } = Rich with
    {
        Findings = [],
        Coverage = new Coverage(1204, 18_234_411, [], []),
        ExitCode = 0,
    };

    private static IEnumerable<Finding> Findings() => [.. InFiles(), .. InHistory(), .. Ignored(), .. OddPlaces()];

    private static IEnumerable<Finding> InFiles()
    {
        yield return Fake.On("export ACME_TOKEN={}  # 本番", 12, Fake.Token, Deploy, new Provenance.File("deploy/run.sh"),
            Evidence.Confirmed, "checksum", "format", "provider-name") with
        {
            Facts = [new Fact("accountId", "123456"), new Fact("issued", "2026-02-28"), new Fact("mode", "live")],
            Fingerprint = "v1:" + new string('b', 43),
            Validity = Validity.Valid,
        };
        yield return PrivateKey();
        yield return Fake.On("PASSWORD={}", 3, Fake.Password, new Secret(Fake.Text(7, 14)), new Provenance.Index(Repository, ".env"),
            Evidence.Likely, "name", "entropy");
        yield return Fake.On("+url = {}", 40, Fake.Webhook, new Secret("https://hooks.acme.example/" + Fake.Text(8, 24), 27),
            new Provenance.Patch("conf/app.ini"), Evidence.Likely, "format");
        yield return Fake.On("{}", 1, Fake.Identifier, new Secret(Fake.Text(9, 6)), new Provenance.StandardInput(), Evidence.Review, "some-new-reason");
    }

    private static IEnumerable<Finding> InHistory()
    {
        yield return Fake.On("token: {}", 3, Fake.Token, Deploy,
            new Provenance.Commit(Repository, "config/old.yaml", Brought) { Removed = Removed, Last = Brought, BlobId = new string('d', 40) },
            Evidence.Confirmed, "checksum", "format");
        yield return Fake.On("\tvar password = \"{}\";\r", 88, Fake.Password, new Secret(Fake.Text(10, 18)),
            new Provenance.Commit(Repository, "src/App.cs", Hostile) { AtHead = true, Last = Removed, BlobId = new string('e', 40) },
            Evidence.Likely, "name", "entropy");
        yield return Fake.On("Deploys with {} for now", 3, Fake.Token, Fake.TokenSecret(11),
            new Provenance.Message(Repository, "commit-message", Brought.Id, Brought), Evidence.Likely, "format", "checksum-fails");
        yield return Fake.On("note {}", 1, Fake.Token, Fake.TokenSecret(12),
            new Provenance.Message(Repository, "note", new string('f', 40), null), Evidence.Review, "format", "documentation-example");
        yield return Fake.On("x = {}", 5, Fake.Password, new Secret(Fake.Text(13, 12)),
            new Provenance.Unreachable(Repository, new string('a', 40), null), Evidence.Review, "name", "low-entropy");
    }

    private static IEnumerable<Finding> Ignored()
    {
        yield return Fake.On("legacy = {}", 9, Fake.Token, Fake.TokenSecret(14), new Provenance.File("legacy/old.cfg"), Evidence.Confirmed, "checksum") with
        {
            Blocking = false,
            Ignored = new Ignore("baseline", "Dead since 2019 & \"revoked\"", "ada@example.com", new DateOnly(2027, 1, 31)),
        };
        yield return Fake.On("demo = {}  # stanch:ignore", 2, Fake.Password, new Secret(Fake.Text(15, 12)), new Provenance.File("test/demo.py"), Evidence.Review, "name", "test-path") with
        {
            Ignored = new Ignore("inline"),
        };
    }

    private static IEnumerable<Finding> OddPlaces()
    {
        string[] paths =
        [
            "odd/new\nline.txt", "odd/quo\"te's, and comma.txt", "=cmd|' /C calc'!A0", "+1.txt", "-rf.txt", "@home.txt", "\ttab.txt",
            "odd/<script>alert(1)</script>.html", "odd/\e[31mred\e[0m.txt", "odd/rtl\u202Etxt.exe", "odd/bad\uFFFD\uFFFD.bin",
            "odd/日本語 設定.env", "odd/100% #1?.txt", "odd/`code` | pipe_*bold*.md", "odd/😀.txt", "/absolute/path.txt", "C:/windows/style.ini",
            "odd/]]>-->.xml", "odd/::error::x,y:z.txt",
        ];
        var seed = 100;
        foreach (var path in paths)
            yield return Fake.On("api_key: {}", 7, Fake.Token, Fake.TokenSecret(seed++), new Provenance.File(path), Evidence.Likely, "format");
        yield return Fake.On($"…{new string('x', 150)} key={{}} {new string('y', 150)}…", 1, Fake.Password, new Secret(Fake.Text(200, 16)),
            new Provenance.File("dist/app.min.js"), Evidence.Review, "name") with
        {
            Location = new Location(1, 48_213, 1, 48_229, 48_212, 16),
        };
        yield return Fake.On("\e[31m</td><script>alert('{}')</script>\u202E | `x` ::error::", 2, Fake.Password, new Secret(Fake.Text(201, 20)),
            new Provenance.File("odd/hostile-line.txt"), Evidence.Review, "name") with
        {
            Facts = [new Fact("host", "<img src=x onerror=alert(1)>"), new Fact("host", "second")],
        };
    }

    private static Finding PrivateKey()
    {
        string[] body = [.. Enumerable.Range(300, 25).Select(seed => Fake.Text(seed, 64))];
        var marker = new string('-', 5);
        string[] lines = [$"{marker}BEGIN RSA PRIVATE KEY{marker}", .. body, $"{marker}END RSA PRIVATE KEY{marker}"];
        var secret = new Secret(string.Join('\n', lines), publicPrefix: 31);
        return new Finding
        {
            Detector = Fake.PrivateKey,
            Secret = secret,
            Evidence = Evidence.Confirmed,
            Reasons = ["structure"],
            Provenance = new Provenance.File("keys/server.pem"),
            Location = new Location(1, 1, 27, lines[^1].Length + 1, 0, secret.Length),
            Facts = [new Fact("keyKind", "RSA 2048"), new Fact("encrypted", "no")],
            Snippet = Fake.Lines(1, [(lines[0], secret.Redacted()), .. body.Select(line => (line, "…")), (lines[^1], "…"), ("", "")]),
            Blocking = true,
        };
    }

    private static IEnumerable<CoverageGap> Gaps()
    {
        foreach (var kind in Enum.GetValues<GapKind>())
            yield return new CoverageGap($"gaps/{ReportWords.Of(kind)}.bin", kind, $"what {ReportWords.Of(kind)} means here, and how to mend it");
        yield return new CoverageGap("gaps/\e[2J\n<b>.zip", GapKind.Corrupt, "the central directory ends early");
        yield return new CoverageGap("node_modules/", GapKind.Excluded, "--exclude");
    }
}
