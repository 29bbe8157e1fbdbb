namespace Stanch.Remediation.Guides;

/// <summary>How to end it.</summary>
internal static class RevokePart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is not { } guide || (guide.Revoke is null && request.Detector.IsCustom)) yield break;
        yield return new GuideSection("revoke", "Revoke it", guide.Revoke is null ? null : GuideFacts.Verified(guide.Verified.Revoke), [.. Blocks(request)]);
    }

    private static IEnumerable<GuideBlock> Blocks(GuideRequest request)
    {
        if (request.Guide!.Revoke is not { } revoke)
        {
            yield return GuideFacts.Unknown;
            yield return GuideFacts.General("make a new one first, move everything over, then delete the old one where it was made; where nothing can be deleted, changing the account's password often ends its tokens.");
            yield break;
        }

        yield return new GuideBlock.Paragraph(revoke.Reversible switch
        {
            true => "It can be brought back afterwards.",
            false => "It cannot be brought back afterwards.",
            null => "Whether it can be brought back is not known: make the new one first.",
        });
        if (revoke.SelfRevocable == true) yield return new GuideBlock.Paragraph("The secret itself is enough to end it.");
        if (request.Incident is { } incident) yield return GuideFacts.Fields(("The one to end", incident.KeyId is { } id ? $"{incident.Redacted}, key id {id}" : incident.Redacted));
        foreach (var block in GuideFacts.Ways(revoke.How)) yield return block;
    }
}
