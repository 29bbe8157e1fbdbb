namespace Stanch.Remediation.Guides;

/// <summary>What stands under the title.</summary>
internal static class GuideLead
{
    public static IReadOnlyList<GuideBlock> Write(GuideRequest request)
    {
        var blocks = new List<GuideBlock>();
        if (request.Guide is null or { What: null, Revoke: null, Rotate: null, Usage: null })
            blocks.Add(new GuideBlock.Paragraph("Its detector is your own, and says nothing of a way out. Revoke it where it was made, then replace it."));
        if (request.Guide?.What is { } what) blocks.Add(new GuideBlock.Paragraph(what));
        if (request.Guide is not null && request.Detector.NextStep.Length > 0) blocks.Add(new GuideBlock.Paragraph($"First of all: {request.Detector.NextStep}"));
        return blocks;
    }
}
