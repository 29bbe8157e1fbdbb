namespace Stanch.Catalogue.Format.Reading;

/// <summary>Reads the way out of one secret.</summary>
internal sealed class GuideReader(CatalogueRules rules, ReadingLog log, IReadOnlyList<string> domains, ProviderLinks links)
{
    private const int FewestPoints = 3;
    private readonly ValidityReader _validity = new(log, domains);

    public Guide Read(MappingReader reader) => new()
    {
        What = rules.IsComplete ? reader.RequiredText("what") : reader.Text("what"),
        Uses = Points(reader, "uses", FewestPoints),
        Generate = ReadInstructions(Section(reader, "generate"), close: true),
        Leaks = Points(reader, "leaks", FewestPoints),
        Risks = Points(reader, "risks", FewestPoints),
        Practice = Points(reader, "practice", FewestPoints),
        Usage = ReadUsage(Section(reader, "usage")),
        Revoke = ReadRevocation(Section(reader, "revoke")),
        Rotate = ReadRotation(Section(reader, "rotate")),
        Consumers = Points(reader, "consumers", 1),
        BlastRadius = rules.IsComplete ? reader.AsText(reader.Require("blast-radius", mayBeNull: true), "blast-radius") : reader.Text("blast-radius"),
        Validity = _validity.Read(Section(reader, "validity")),
        Verified = ReadVerification(reader),
        Domains = domains,
        Links = links,
    };

    private IReadOnlyList<string> Points(MappingReader reader, string key, int fewest)
    {
        var node = rules.IsComplete ? reader.Require(key) : reader.Find(key);
        var points = reader.AsTexts(node, key);
        if (rules.IsComplete && node is not null && points.Count < fewest)
            log.Add(node, $"'{key}' has {points.Count} points, at least {fewest} are needed");
        return points;
    }

    private MappingReader? Section(MappingReader reader, string key)
    {
        if (rules.IsComplete)
            reader.Require(key, mayBeNull: true);
        return reader.Mapping(key);
    }

    private static Instructions? ReadInstructions(MappingReader? section, bool close)
    {
        if (section is null)
            return null;
        var result = new Instructions(section.Texts("console"), section.Text("cli"), section.Text("api"));
        if (close)
            section.Close();
        return result;
    }

    private static UsageLog? ReadUsage(MappingReader? section)
    {
        if (section is null)
            return null;
        var result = new UsageLog
        {
            None = section.Flag("none") ?? false,
            Instead = section.Text("instead"),
            Where = section.Text("where"),
            Query = section.Text("query"),
            Retention = section.Text("retention"),
            Plan = section.Text("plan"),
        };
        section.Close();
        return result;
    }

    private static Revocation? ReadRevocation(MappingReader? section)
    {
        if (section is null)
            return null;
        var result = new Revocation(ReadInstructions(section, close: false)!, section.Flag("reversible"), section.Flag("self-revocable"));
        section.Close();
        return result;
    }

    private static Rotation? ReadRotation(MappingReader? section)
    {
        if (section is null)
            return null;
        var result = new Rotation(section.Text("overlap"), section.Texts("steps"), section.Text("soak"), section.Text("alternative"));
        section.Close();
        return result;
    }

    private Verification ReadVerification(MappingReader reader)
    {
        if (rules.IsComplete)
            reader.Require("verified");
        if (reader.Mapping("verified") is not { } verified)
            return Verification.None;
        var result = new Verification(
            ReadDate(verified, "format"), ReadDate(verified, "validity"), ReadDate(verified, "generate"),
            ReadDate(verified, "usage"), ReadDate(verified, "revoke"), ReadDate(verified, "rotate"));
        verified.Close();
        return result;
    }

    private VerifiedAt? ReadDate(MappingReader verified, string key)
    {
        var text = verified.AsText(rules.IsComplete ? verified.Require(key, mayBeNull: true) : verified.Find(key), key);
        if (text is null)
            return null;
        var parts = text.Split(' ', 2);
        if (parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", out var date) && Names.HttpsHost(parts[1]) is not null)
            return new VerifiedAt(date, parts[1]);
        log.Add(verified.Place(key), $"'{key}' says when and where it was read, YYYY-MM-DD https://…, found '{text}'");
        return null;
    }
}
