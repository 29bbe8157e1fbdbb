using Stanch.Catalogue;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Site;

namespace Stanch.Remediation.Tests.Site;

internal static class BuiltInSite
{
    public static GuideSite Create()
    {
        var guides = BuiltInCatalogue.AllGuides();
        return new GuideSite([.. BuiltInCatalogue.Detectors.Select(detector => new GuideRequest(detector, guides[detector.Id]))]);
    }
}
