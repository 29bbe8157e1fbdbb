using Stanch.Remediation.Guides.Formats;

namespace Stanch.Remediation.Guides;

/// <summary>Every format, the first the default. A test fails for one that is missing here.</summary>
public static class GuideFormats
{
    public static IReadOnlyList<IGuideFormat> All { get; } = [new TextGuide(), new MarkdownGuide(), new HtmlGuide(), new JsonGuide()];
}
