using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides;

/// <summary>A piece of a section. A closed type: a format that writes one writes all.</summary>
public abstract record GuideBlock
{
    private GuideBlock() { }

    public sealed record Paragraph(string Text) : GuideBlock;

    /// <summary>A list without an order.</summary>
    public sealed record Points(IReadOnlyList<string> Items) : GuideBlock;

    /// <summary>A list in order.</summary>
    public sealed record Steps(IReadOnlyList<string> Items) : GuideBlock;

    /// <summary>Names and what belongs to them.</summary>
    public sealed record Fields(IReadOnlyList<KeyValuePair<string, string>> Items) : GuideBlock;

    /// <summary>What is there to be copied, never wrapped.</summary>
    public sealed record Command(string Lead, string Text) : GuideBlock;

    /// <summary>Where something was read.</summary>
    public sealed record References(IReadOnlyList<GuideReference> Items) : GuideBlock;

    /// <summary>Other guides.</summary>
    public sealed record Related(IReadOnlyList<RelatedGuide> Items) : GuideBlock;

    /// <summary>The secret read from elsewhere than the code, in the languages that were asked for.</summary>
    public sealed record Code(IReadOnlyList<SnippetWay> Ways, IReadOnlyList<SnippetLanguage> Languages, SnippetVocabulary Words) : GuideBlock;
}
