using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Scanning;

/// <summary>What makes an assigned value a secret where no provider is known: the name says so, and the value is neither a stand-in, a reference, nor something else.</summary>
internal static class GenericValues
{
    private const int LeastPassword = 4;
    private const int LeastKey = 8;
    private const int LeastStrong = 8;
    private const double StrongRatio = 0.82;

    public static Candidate? Refine(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, out Gate gate)
    {
        var value = match.Secret(content);
        var role = NameWords.RoleOf(match.Assignment.Name(content));
        gate = Filter(content, match, value, role, detector);
        if (gate != Gate.Passed)
        {
            return null;
        }

        var candidate = new Candidate
        {
            Detector = detector,
            Secret = new Secret(Refiner.Decode(value)),
            Start = match.SecretStart,
            End = match.SecretEnd,
            Evidence = Evidence.Likely,
            Reasons = [],
            Facts = [],
            Assignment = match.Assignment,
            ReadsAsExpression = !match.Assignment.Quoted && ValueShapes.ReadsAsExpression(value),
        };
        if (Weigh(candidate, value, role))
        {
            return candidate;
        }

        gate = Gate.WeakName;
        return null;
    }

    private static Gate Filter(ReadOnlySpan<byte> content, FoundMatch match, ReadOnlySpan<byte> value, NameRole role, Detector detector)
    {
        if (value.Length < (detector.Id == "generic-password" ? LeastPassword : LeastKey))
        {
            return Gate.Length;
        }

        if (!ValueShapes.CouldBeSecret(value, match.Assignment))
        {
            return Gate.Shape;
        }

        if (Placeholders.IsPlaceholder(value) || Placeholders.IsMadeUp(value))
        {
            return Gate.Placeholder;
        }

        return role is NameRole.NotCredential or NameRole.Fake || ValueShapes.RepeatsName(value, match.Assignment.Name(content)) ? Gate.Name : Gate.Passed;
    }

    private static bool Weigh(Candidate candidate, ReadOnlySpan<byte> value, NameRole role)
    {
        var words = Wordiness.ReadsLikeWords(value);
        if (words && candidate.Detector.Id is not ("generic-password" or "generic-secret") && ValueShapes.IsName(value))
        {
            return false;
        }

        var strong = value.Length >= LeastStrong && Entropy.Ratio(value) >= StrongRatio && ValueShapes.IsMixed(value) && !words;
        if (!strong && (role == NameRole.Weak || candidate.Assignment.Separator == Separator.List))
        {
            return false;
        }

        candidate.AddReason(role == NameRole.Strong ? Reason.Name : Reason.WeakName);
        if (strong)
        {
            candidate.AddReason(Reason.Entropy);
        }
        else
        {
            candidate.Demote(words ? Reason.Words : Reason.LowEntropy);
        }

        if (role == NameRole.Weak || candidate.Detector.FormatEvidence == Evidence.Review)
        {
            candidate.Demote(Reason.WeakName);
        }

        if (PublishedExamples.Contains(value))
        {
            candidate.Demote(Reason.DocumentationExample);
        }

        if (!candidate.Assignment.Quoted)
        {
            candidate.AddReason(Reason.Bare);
        }

        return true;
    }
}
