using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides;

/// <summary>What a guide is about.</summary>
/// <param name="Detector">The kind of secret.</param>
/// <param name="Guide">Its way out; null where a user's own detector says nothing.</param>
public sealed record GuideRequest(Detector Detector, Guide? Guide)
{
    /// <summary>The leak at hand; null for the guide of the kind alone.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Those that snippets are shown in.</summary>
    public IReadOnlyList<SnippetLanguage> Languages { get; init; } = SnippetLanguage.All;

    /// <summary>Names the guides of related kinds; the id where it is not known.</summary>
    public Func<string, string> NameOf { get; init; } = id => id;
}
