using System.Globalization;
using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Decoding;
using Stanch.Detection.Filters;
using Stanch.Detection.Model;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Scanning;

/// <summary>Steps 4 and 5 of a scan: the filters, cheapest first, then the offline check. Makes a candidate of a match, or drops it.</summary>
internal static class Refiner
{
    // Below half of what random text has, it is a pattern of the keyboard; below four fifths, perhaps.
    private const double LeastRatio = 0.5;
    private const double ConvincingRatio = 0.8;
    private const int LeastLengthForEntropy = 12;
    private const int LeastConvincing = 16;

    public static Candidate? Refine(ReadOnlySpan<byte> content, FoundMatch match, Detector detector) => Refine(content, match, detector, out _);

    /// <param name="gate">Where a match that is dropped was dropped.</param>
    public static Candidate? Refine(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, out Gate gate)
    {
        if (detector.IsGeneric)
        {
            return GenericValues.Refine(content, match, detector, out gate);
        }

        var proof = KnownProofs.Find(detector.Proof);
        if (proof is IMatchReader reader)
        {
            return reader.Refine(content, match, detector, out gate);
        }

        var secret = match.Secret(content);
        var random = secret[Math.Min(detector.Pattern.PublicPrefix, secret.Length)..];
        var ratio = Entropy.Ratio(random);
        gate = proof is { WeighsStandIns: true } ? Gate.Passed : Filter(content, match, detector, random, ratio);
        if (gate != Gate.Passed)
        {
            return null;
        }

        var result = proof?.Check(new ProofInput(content, match.Start, match.End, match.SecretStart, match.SecretEnd)) ?? ProofResult.Silent;
        if (result.Outcome == ProofOutcome.Rejects)
        {
            gate = Gate.Proof;
            return null;
        }

        var candidate = Make(content, match, detector, result, IsConvincing(detector, secret, random, ratio));
        if (proof is not { WeighsStandIns: true })
        {
            Weigh(candidate, match, random, ratio, content);
        }

        Apply(result, candidate);
        if (IsNamedOnly(candidate) && !WeighByName(content, match, candidate))
        {
            gate = Gate.Weight;
            return null;
        }

        return candidate;
    }

    // Where any text has the format, and this one is weak, only its name and its place tell: as for a generic value.
    private static bool IsNamedOnly(Candidate candidate) =>
        candidate.Detector is { Context: DetectorContext.Assigned, Pattern.PublicPrefix: 0 } && candidate.Evidence == Evidence.Review
        && (candidate.Reasons.Contains(Reason.Words) || candidate.Reasons.Contains(Reason.LowEntropy) || candidate.Reasons.Contains(Reason.ExampleHost)) && !candidate.Reasons.Contains(Reason.DocumentationExample);

    private static bool WeighByName(ReadOnlySpan<byte> content, FoundMatch match, Candidate candidate)
    {
        var features = new byte[GenericFeatures.Count];
        GenericFeatures.Describe(content, match.Assignment, features);
        candidate.Features = features;
        candidate.IsWeighed = true;
        return GenericModel.OfContent(features) + GenericModel.MostOfPlace >= GenericModel.ReviewFrom;
    }

    /// <summary>What the entropy gate measured, and what it asks for.</summary>
    public static string EntropyText(ReadOnlySpan<byte> content, FoundMatch match, Detector detector)
    {
        var secret = match.Secret(content);
        var random = secret[Math.Min(detector.Pattern.PublicPrefix, secret.Length)..];
        return detector.Filters.Entropy is { } floor
            ? string.Create(CultureInfo.InvariantCulture, $"{Entropy.Of(random):0.0} bits a character, at least {floor:0.0} are asked for")
            : string.Create(CultureInfo.InvariantCulture, $"{Entropy.Of(random):0.0} bits a character, {Entropy.Ratio(random):P0} of what random text of its length has; at least {LeastRatio:P0} are asked for");
    }

    /// <summary>Text of bytes that are most likely UTF-8, and Latin-1 where they are not.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    // Where the name is all that tells the provider, a name that says something else says no: CIRCLE_SHA1.
    private static bool NamesAnotherThing(ReadOnlySpan<byte> content, FoundMatch match, Detector detector) =>
        detector.Context == DetectorContext.Assigned && detector.Pattern.PublicPrefix == 0
        && NameWords.RoleOf(match.Assignment.Name(content)) == NameRole.NotCredential;

    private static Gate Filter(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, ReadOnlySpan<byte> random, double ratio)
    {
        if (detector.Filters.Entropy is { } floor ? Entropy.Of(random) < floor : random.Length >= LeastLengthForEntropy && ratio < LeastRatio)
        {
            return Gate.Entropy;
        }

        return (detector.Filters.Placeholder && Placeholders.IsPlaceholder(random)) || PublishedExamples.Contains(random) ? Gate.Placeholder
            : detector.Filters.Words == true && Wordiness.ReadsLikeWords(random) ? Gate.Words
            : NamesAnotherThing(content, match, detector) ? Gate.Name
            : Gate.Passed;
    }

    // What no person typed. A hash opens nothing by itself; of user and password in base64 the password counts.
    private static bool IsConvincing(Detector detector, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> random, double ratio)
    {
        if (detector.Context == DetectorContext.Near || random.IsEmpty || whole[0] == (byte)'$')
        {
            return false;
        }

        if (detector.Category == "generic")
        {
            Span<byte> buffer = stackalloc byte[BasicCredentials.Longest];
            return LetterTriples.IsSurprising(BasicCredentials.PasswordOf(random, buffer) is { IsEmpty: false } password ? password : random);
        }

        return random.Length >= LeastConvincing && ratio >= ConvincingRatio && LetterTriples.Of(random, 1).Mean < LetterTriples.Even * 4
            && ValueForms.Of(random) is not (ValueForm.Uuid or ValueForm.Joined);
    }

    private static Candidate Make(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, ProofResult result, bool isConvincing)
    {
        var (start, end) = result.Extent is { } extent ? (extent.Start.Value, extent.End.Value) : (match.SecretStart, match.SecretEnd);
        return new Candidate
        {
            Detector = detector,
            Secret = new Secret(Decode(content[start..end]), detector.Pattern.PublicPrefix),
            Start = start,
            End = end,
            Evidence = detector.FormatEvidence,
            Reasons = [detector.Context switch { DetectorContext.Assigned => Reason.ProviderName, DetectorContext.Near => Reason.NearName, _ => Reason.Format }],
            Facts = result.Facts,
            Assignment = match.Assignment,
            IsConvincing = isConvincing,
            Id = match.HasId ? Decode(content[match.IdStart..match.IdEnd]) : null,
        };
    }

    private static void Weigh(Candidate candidate, FoundMatch match, ReadOnlySpan<byte> random, double ratio, ReadOnlySpan<byte> content)
    {
        var detector = candidate.Detector;
        if (detector.FormatEvidence == Evidence.Review)
        {
            candidate.AddReason(Reason.WeakFormat);
        }

        if (Placeholders.IsMadeUp(random))
        {
            candidate.Demote(Reason.DocumentationExample);
        }

        if (detector.Filters.Entropy is null && random.Length >= LeastLengthForEntropy && ratio < ConvincingRatio)
        {
            candidate.Demote(Reason.LowEntropy);
        }

        if (detector.Context == DetectorContext.Inside)
        {
            return;
        }

        if (detector.Filters.Words != false && Wordiness.ReadsLikeWords(random))
        {
            candidate.Demote(Reason.Words);
        }

        if (detector.Context == DetectorContext.Assigned && NameWords.RoleOf(match.Assignment.Name(content)) is NameRole.NotCredential or NameRole.Fake)
        {
            candidate.Demote(Reason.WeakName);
        }
    }

    private static void Apply(ProofResult result, Candidate candidate)
    {
        if (result.Outcome == ProofOutcome.Holds)
        {
            candidate.Evidence = candidate.Reasons.Contains(Reason.DocumentationExample) ? Evidence.Review : Evidence.Confirmed;
            candidate.Reasons.Insert(0, result.Reason!);
        }
        else if (result.Outcome == ProofOutcome.Fails)
        {
            candidate.Demote(result.Reason!);
        }
        else if (result.Reason is { } reason)
        {
            candidate.AddReason(reason);
        }
    }
}
