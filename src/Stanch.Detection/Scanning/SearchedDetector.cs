using Stanch.Detection.Decoding;
using Stanch.Detection.Deltas;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Scanning;

/// <summary>A detector with what searching for it asks again and again. Made when its first keyword is met.</summary>
internal sealed class SearchedDetector(Detector detector, int number)
{
    public Detector Detector { get; } = detector;

    /// <summary>The number under which its matches are reported.</summary>
    public int Number { get; } = number;

    public DetectorContext Context { get; } = detector.Context;

    public DetectorPattern Pattern { get; } = detector.Pattern;

    /// <summary>Its keywords are words of names, whoever's.</summary>
    public bool IsGeneric { get; } = detector.IsGeneric;

    /// <summary>Reads the matches by code; null where the pattern says it all.</summary>
    public IMatchReader? Reader { get; } = KnownProofs.Find(detector.Proof) as IMatchReader;

    /// <summary>A match, or the text that decides whether there is one, may reach farther than what is searched around a change.</summary>
    public bool LooksFar { get; } = detector.Context switch
    {
        DetectorContext.Inside when detector.Pattern.AnchorOffset >= 0 => detector.Pattern.MaxLength >= DeltaReach.After || detector.Pattern.AnchorOffset >= DeltaReach.Before,
        DetectorContext.Inside => detector.Pattern.MaxLength >= DeltaReach.Before,
        DetectorContext.Assigned => detector.Pattern.MinLength >= DeltaReach.ShortValue,
        _ => MatchFinder.NearReach + detector.Pattern.MaxLength + 1 >= DeltaReach.After,
    };
}
