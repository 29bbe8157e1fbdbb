namespace Stanch.Remediation.Guides;

/// <summary>How to replace it.</summary>
internal static class RotatePart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is not { } guide || (guide.Rotate is null && request.Detector.IsCustom)) yield break;
        yield return new GuideSection("rotate", "Rotate it", guide.Rotate is null ? null : GuideFacts.Verified(guide.Verified.Rotate), [.. Blocks(request)]);
    }

    private static IEnumerable<GuideBlock> Blocks(GuideRequest request)
    {
        if (request.Guide!.Rotate is not { } rotate)
        {
            yield return GuideFacts.Unknown;
            yield return GuideFacts.General("generate the new one, update every place that uses the old one, end the old one, then watch for failures and for attempts with it.");
            yield break;
        }

        if (rotate.Steps.Count > 0) yield return new GuideBlock.Steps(rotate.Steps);
        yield return GuideFacts.Fields(("Active at once", rotate.Overlap ?? "not known"), ("Watch the old one", rotate.Soak), ("What makes rotation needless", rotate.Alternative));
    }
}
