namespace Stanch.Remediation.Guides;

/// <summary>What will break.</summary>
internal static class ConsumersPart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is not { Consumers: { Count: > 0 } consumers }) yield break;
        yield return new GuideSection("consumers", "Which services will stop working?", null,
        [
            new GuideBlock.Points(consumers),
            .. Own(request.Incident),
            new GuideBlock.Paragraph("Before the old one goes, find all of them, tell their owners, try the new one where a failure hurts nobody, and know how to go back."),
        ]);
    }

    private static IEnumerable<GuideBlock> Own(Incident? incident)
    {
        if (incident is null) yield break;
        var files = incident.Places.Where(place => place.RemovedBy is null).Select(place => place.Path).Distinct(StringComparer.Ordinal).ToList();
        if (files.Count > 0) yield return GuideFacts.Fields(("Here, whatever runs or reads", string.Join(", ", files)));
    }
}
