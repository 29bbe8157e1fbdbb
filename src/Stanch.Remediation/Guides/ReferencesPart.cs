using System.Globalization;
using Stanch.Catalogue.Format;

namespace Stanch.Remediation.Guides;

/// <summary>Where it was read, and what to read next.</summary>
internal static class ReferencesPart
{
    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Guide is not { } guide) yield break;
        GuideReference[] references = [.. Links(guide.Links), .. Facts(guide.Verified)];
        if (references.Length > 0) yield return new GuideSection("references", "References", null, [new GuideBlock.References(references)]);
        if (request.Detector.Related.Count > 0)
            yield return new GuideSection("related", "See also", null, [new GuideBlock.Related([.. request.Detector.Related.Select(id => new RelatedGuide(id, request.NameOf(id)))])]);
    }

    private static IEnumerable<GuideReference> Links(ProviderLinks links)
    {
        (string Name, string? Address)[] all = [("documentation", links.Docs), ("dashboard", links.Dashboard), ("status", links.Status)];
        return all.Where(link => link.Address is not null).Select(link => new GuideReference(link.Name, link.Address!));
    }

    private static IEnumerable<GuideReference> Facts(Verification verified)
    {
        (string Name, VerifiedAt? At)[] all =
            [("format", verified.Format), ("validity", verified.Validity), ("generate", verified.Generate), ("usage", verified.Usage), ("revoke", verified.Revoke), ("rotate", verified.Rotate)];
        return all.Where(fact => fact.At is not null).Select(fact => new GuideReference(string.Create(CultureInfo.InvariantCulture, $"{fact.Name}, read {fact.At!.Date:yyyy-MM-dd}"), fact.At.Source));
    }
}
