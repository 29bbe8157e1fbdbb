namespace Stanch.Remediation.Guides;

/// <summary>What matters of it, at a glance.</summary>
internal static class SummaryPart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is not { } guide || request.Detector.IsCustom) yield break;
        yield return new GuideSection("summary", "Summary", null,
        [
            GuideFacts.Fields(
                ("Severity", request.Detector.Severity.ToString().ToLowerInvariant()),
                ("Still valid?", guide.Validity is null ? "no safe way to ask is known" : "'stanch check' asks the provider"),
                ("Log of its use", guide.Usage switch { null => "not known", { None: true } => "none", _ => "yes, see above" }),
                ("Revoked for good", guide.Revoke?.Reversible switch { null => "not known", true => "no, it can be brought back", false => "yes" }),
                ("Active at once", guide.Rotate?.Overlap ?? "not known")),
        ]);
    }
}
