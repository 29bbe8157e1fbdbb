namespace Stanch.Detection.Scanning;

/// <summary>The second step: a candidate and a place become a finding. Called once for each place.</summary>
internal static class Judge
{
    /// <summary>The finding, or null where the place shows that it is none.</summary>
    public static Finding? At(Candidate candidate, Provenance place)
    {
        var role = FileRoles.Of(place.Path);
        if (QuietPlaces.IsQuiet(candidate.Detector, place.Path, role)
            || (candidate.ReadsAsExpression && (role.HasFlag(FileRole.Code) || !candidate.Reasons.Contains(Reason.Name))))
        {
            return null;
        }

        var (evidence, reasons) = Weigh(candidate, role);
        return new Finding
        {
            Detector = candidate.Detector,
            Secret = candidate.Secret,
            Evidence = evidence,
            Reasons = reasons,
            Provenance = place,
            Location = candidate.Location,
            Facts = candidate.Facts,
            Snippet = candidate.Snippet,
        };
    }

    private static (Evidence Evidence, IReadOnlyList<string> Reasons) Weigh(Candidate candidate, FileRole role)
    {
        var demoted = role.HasFlag(FileRole.Test) ? Reason.TestPath : role.HasFlag(FileRole.Example) ? Reason.ExamplePath : null;
        if (demoted is null || candidate.Evidence == Evidence.Confirmed)
        {
            return (candidate.Evidence, candidate.Reasons);
        }

        return (Evidence.Review, [.. candidate.Reasons, demoted]);
    }
}
