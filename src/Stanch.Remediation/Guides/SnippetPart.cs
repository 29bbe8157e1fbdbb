using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Guides;

/// <summary>How a program reads the secret without holding it.</summary>
internal static class SnippetPart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is null) yield break;
        var names = request.Incident?.Variables is { Count: > 0 } own ? own : request.Detector.Variables;
        var usual = names.Count == 0 ? "" : $" It usually goes by {string.Join(", ", names)}.";
        yield return new GuideSection("code", "Keep it out of the code", null,
        [
            new GuideBlock.Paragraph($"Whoever can read the code, its history, a build of it or a fork has what stands in it; read the secret from the environment or from a secret store.{usual}"),
            new GuideBlock.Code(SnippetWay.All, request.Languages, SnippetVocabulary.Of(request.Detector, request.Incident?.Variables ?? [])),
        ]);
    }
}
