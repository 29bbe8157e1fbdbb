namespace Stanch.Remediation.Guides;

/// <summary>Was it used by someone else?</summary>
internal static class UsagePart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is not { } guide || (guide.Usage is null && request.Detector.IsCustom)) yield break;
        yield return new GuideSection("usage", "Was it used by someone else?", guide.Usage is null ? null : GuideFacts.Verified(guide.Verified.Usage), [.. Blocks(request)]);
    }

    private static IEnumerable<GuideBlock> Blocks(GuideRequest request)
    {
        var usage = request.Guide!.Usage;
        if (usage is null)
        {
            yield return GuideFacts.Unknown;
            yield return GuideFacts.General("look for addresses and hours that are not yours in the account's security page or audit log, and for objects that nobody on the team made.");
        }
        else if (usage.None)
        {
            yield return new GuideBlock.Paragraph($"The provider offers no log of its use. {usage.Instead}");
        }
        else
        {
            if (usage.Where is { } where) yield return new GuideBlock.Paragraph(where);
            yield return GuideFacts.Fields(("Look for", usage.Query), ("Kept", usage.Retention), ("Plan", usage.Plan));
        }

        if (request.Incident is { } incident) yield return GuideFacts.Fields(("Its key id", incident.KeyId), ("From", Since(incident)));
    }

    private static string? Since(Incident incident) => incident.Places.Select(place => place.Date).Min() is { } first
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}, when the first commit brought it")
        : null;
}
