using Stanch.Detection.Model;

namespace Stanch.Detection.Scanning;

/// <summary>The second step: a candidate and a place become a finding. Called once for each place.</summary>
internal static class Judge
{
    /// <summary>The finding, or null where the place shows that it is none.</summary>
    public static Finding? At(Candidate candidate, Provenance place)
    {
        var role = FileRoles.Of(place.Path);
        if (IsNothingHere(candidate, role, place.Path) || Weigh(candidate, role, place.Path) is not { } evidence)
        {
            return null;
        }

        return new Finding
        {
            Detector = candidate.Detector,
            Secret = candidate.Secret,
            Id = candidate.Id,
            Evidence = evidence,
            Reasons = Reasons(candidate, role, place.Path),
            Provenance = place,
            Location = candidate.Location,
            Facts = candidate.Facts,
            Decoded = candidate.Decoded,
            Snippet = candidate.Snippet,
        };
    }

    private static bool IsNothingHere(Candidate candidate, FileRole role, string path) =>
        QuietPlaces.IsQuiet(candidate.Detector, path, role)
        || (IsUnnamed(candidate, path) && (!candidate.IsKept || FileKinds.Of(path) == FileKind.Integrity))
        || IsExpressionInCode(candidate.ReadsAsExpression, role, candidate.Reasons.Contains(Reason.Name));

    // All that a file holds, and the file's name does not say what it is.
    private static bool IsUnnamed(Candidate candidate, string path) => candidate.IsAlone && !LoneValue.IsNamedBy(path);

    /// <summary>True where a bare value is evaluated: in program text always, elsewhere unless the name is a credential's.</summary>
    public static bool IsExpressionInCode(bool readsAsExpression, FileRole role, bool isNamed) => readsAsExpression && (role.HasFlag(FileRole.Code) || !isNamed);

    private static Evidence? Weigh(Candidate candidate, FileRole role, string path)
    {
        if (IsUnnamed(candidate, path))
        {
            return Evidence.Review;
        }

        if (candidate.Features is { } features)
        {
            return WeighByModel(candidate, features, role, path) ?? (candidate.IsWeighed && !candidate.IsKept ? null : Evidence.Review);
        }

        var keeps = role.HasFlag(FileRole.Example) ? candidate.Evidence == Evidence.Confirmed : candidate.IsConvincing || !role.HasFlag(FileRole.Test);
        return keeps || candidate.Evidence != Evidence.Likely ? candidate.Evidence : Evidence.Review;
    }

    private static Evidence? WeighByModel(Candidate candidate, byte[] features, FileRole role, string path)
    {
        Span<byte> here = stackalloc byte[GenericFeatures.Count];
        features.CopyTo(here);
        here[(int)Feature.FileKind] = (byte)FileKinds.Of(path);
        // A test's or an example's path takes evidence away, and drops nothing.
        var score = GenericModel.OfContent(here) + GenericModel.OfPlace(here);
        var graded = score + (role.HasFlag(FileRole.Test) ? GenericModel.TestWeight : 0) + (role.HasFlag(FileRole.Example) ? GenericModel.ExampleWeight : 0);
        return score < GenericModel.ReviewFrom || (HoldsOtherText(here) && !candidate.IsKept) ? null
            : !candidate.IsConvincing || candidate.Detector.FormatEvidence == Evidence.Review || IsAtMostReview(here, role) ? Evidence.Review
            : GenericModel.EvidenceOf(graded);
    }

    /// <summary>True where the name, the syntax or the kind of file leave no more than review.</summary>
    public static bool IsAtMostReview(ReadOnlySpan<byte> features, FileRole role) =>
        (Assignments.NameRole)features[(int)Feature.Role] != Assignments.NameRole.Strong || IsBareInCode(features, role) || HoldsOtherText(features)
        || (Assignments.Separator)features[(int)Feature.Separator] == Assignments.Separator.List;

    // Translations name messages, and lock files hold hashes, in ways that no repository to train on has.
    private static bool HoldsOtherText(ReadOnlySpan<byte> features) => (FileKind)features[(int)Feature.FileKind] is FileKind.Translation or FileKind.Integrity or FileKind.Minified;

    // Program text assigns literals; a bare word in it is something else, unless it stands in a comment or within a string.
    private static bool IsBareInCode(ReadOnlySpan<byte> features, FileRole role) =>
        role.HasFlag(FileRole.Code) && features[(int)Feature.Quoted] == 0 && features[(int)Feature.InComment] == 0 && features[(int)Feature.InText] == 0
        && (Assignments.Separator)features[(int)Feature.Separator] != Assignments.Separator.Markup;

    private static List<string> Reasons(Candidate candidate, FileRole role, string path) =>
        IsUnnamed(candidate, path) ? [Reason.Alone, Reason.Entropy]
        : role.HasFlag(FileRole.Test) && candidate.Evidence != Evidence.Confirmed ? [.. candidate.Reasons, Reason.TestPath, .. Weighed(candidate, path)]
        : role.HasFlag(FileRole.Example) && candidate.Evidence != Evidence.Confirmed ? [.. candidate.Reasons, Reason.ExamplePath, .. Weighed(candidate, path)]
        : candidate.Features is null ? candidate.Reasons : [.. candidate.Reasons, .. Weighed(candidate, path)];

    // What the model's trees looked at, where they decided.
    private static IEnumerable<string> Weighed(Candidate candidate, string path)
    {
        if (candidate.Features is null)
        {
            return [];
        }

        Span<byte> here = stackalloc byte[GenericFeatures.Count];
        candidate.Features.CopyTo(here);
        here[(int)Feature.FileKind] = (byte)FileKinds.Of(path);
        return ModelReasons.Of(here).Where(reason => !Contradicts(reason, candidate.Reasons));
    }

    // What was measured is said once, and by the measure.
    private static bool Contradicts(string weighed, List<string> measured) => weighed switch
    {
        Reason.AgainstCharacters or Reason.AgainstSpelling => measured.Contains(Reason.Entropy),
        Reason.ForCharacters => measured.Contains(Reason.LowEntropy),
        Reason.ForSpelling => measured.Contains(Reason.Words),
        _ => false,
    };
}
