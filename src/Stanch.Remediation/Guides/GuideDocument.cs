namespace Stanch.Remediation.Guides;

/// <summary>"My secret leaked! What should I do?", in the order in which a person needs it; how it is written is a format's to say.</summary>
/// <param name="Request">What it is about.</param>
/// <param name="Title">The question.</param>
/// <param name="Lead">What it is, and what to do first.</param>
/// <param name="Sections">The answer.</param>
public sealed record GuideDocument(GuideRequest Request, string Title, IReadOnlyList<GuideBlock> Lead, IReadOnlyList<GuideSection> Sections)
{
    public static GuideDocument Of(GuideRequest request) => new(
        request,
        $"My {request.Detector.Name} leaked! What should I do?",
        GuideLead.Write(request),
        [.. Parts.SelectMany(part => part(request))]);

    /// <summary>The table of contents of every guide.</summary>
    private static IReadOnlyList<Func<GuideRequest, IEnumerable<GuideSection>>> Parts { get; } =
    [
        IncidentPart.Write,
        KindPart.WriteUses,
        SnippetPart.Write,
        KindPart.WriteGenerate,
        KindPart.WriteLeaks,
        KindPart.WriteRisks,
        KindPart.WriteReach,
        KindPart.WritePractice,
        UsagePart.Write,
        RevokePart.Write,
        RotatePart.Write,
        ConsumersPart.Write,
        SummaryPart.Write,
        ReferencesPart.Write,
    ];
}
