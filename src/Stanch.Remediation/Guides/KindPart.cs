namespace Stanch.Remediation.Guides;

/// <summary>The parts that speak of the kind of secret, whoever leaked it.</summary>
internal static class KindPart
{
    public static IEnumerable<GuideSection> WriteUses(GuideRequest request) => Points("uses", "What it is used for", request.Guide?.Uses);

    public static IEnumerable<GuideSection> WriteGenerate(GuideRequest request)
    {
        if (request.Guide is { Generate: { } generate, Verified: { } verified })
            yield return new GuideSection("generate", "How to generate one", GuideFacts.Verified(verified.Generate), [.. GuideFacts.Ways(generate)]);
    }

    public static IEnumerable<GuideSection> WriteLeaks(GuideRequest request) => Points("leaks", "How it could have leaked", request.Guide?.Leaks);

    public static IEnumerable<GuideSection> WriteRisks(GuideRequest request) => Points("risks", "What a leak risks", request.Guide?.Risks);

    public static IEnumerable<GuideSection> WriteReach(GuideRequest request)
    {
        if (request.Guide?.BlastRadius is { } reach) yield return new GuideSection("reach", "How far it reaches", null, [new GuideBlock.Paragraph(reach)]);
    }

    public static IEnumerable<GuideSection> WritePractice(GuideRequest request) => Points("practice", "Good practice", request.Guide?.Practice);

    private static IEnumerable<GuideSection> Points(string id, string heading, IReadOnlyList<string>? points) =>
        points is { Count: > 0 } ? [new GuideSection(id, heading, null, [new GuideBlock.Points(points)])] : [];
}
