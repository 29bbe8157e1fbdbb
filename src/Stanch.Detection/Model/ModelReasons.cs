namespace Stanch.Detection.Model;

/// <summary>
/// Says in words what spoke for and against a value: each split on its way through the trees moves what is expected of it, and these moves are summed by what they looked at
/// (Saabas 2014, "Interpreting random forests"). Asked only for what was found.
/// </summary>
internal static class ModelReasons
{
    /// <summary>Most reasons for, and most against.</summary>
    public const int Most = 3;

    private const int Aspects = (int)Aspect.File + 1;

    // A third of a unit of log-odds, which moves an even chance to four in seven.
    private const int Least = GenericModel.Scale / 3;

    private static readonly string[] For =
        [Reason.ForName, Reason.ForCharacters, Reason.ForSpelling, Reason.ForLength, Reason.ForForm, Reason.ForSyntax, Reason.ForLine, Reason.ForNeighbours, Reason.ForFile];

    private static readonly string[] Against =
        [Reason.AgainstName, Reason.AgainstCharacters, Reason.AgainstSpelling, Reason.AgainstLength, Reason.AgainstForm, Reason.AgainstSyntax, Reason.AgainstLine, Reason.AgainstNeighbours, Reason.AgainstFile];

    /// <summary>The strongest of both, those for it first, each strongest first.</summary>
    public static IEnumerable<string> Of(ReadOnlySpan<byte> features)
    {
        Span<int> byFeature = stackalloc int[GenericFeatures.Count];
        byFeature.Clear();
        GenericModel.Contribute(features, byFeature);
        var byAspect = new int[Aspects];
        for (var feature = 0; feature < byFeature.Length; feature++)
        {
            byAspect[(int)AspectOf((Feature)feature)] += byFeature[feature];
        }

        var order = Enumerable.Range(0, Aspects).ToArray();
        return
        [
            .. order.Where(aspect => byAspect[aspect] >= Least).OrderByDescending(aspect => byAspect[aspect]).Take(Most).Select(aspect => For[aspect]),
            .. order.Where(aspect => byAspect[aspect] <= -Least).OrderBy(aspect => byAspect[aspect]).Take(Most).Select(aspect => Against[aspect]),
        ];
    }

    /// <summary>What a feature is about.</summary>
    public static Aspect AspectOf(Feature feature) => feature switch
    {
        <= Feature.SaysFake or Feature.SharesName => Aspect.Name,
        Feature.WordLikeness or Feature.LeastWordLike or Feature.LongestLetters or Feature.CredentialWords => Aspect.Spelling,
        Feature.Length => Aspect.Length,
        Feature.Blanks or Feature.Shape or Feature.FirstKind or Feature.LastKind or Feature.NotAscii or Feature.Expression => Aspect.Form,
        <= Feature.Expression => Aspect.Characters,
        Feature.Separator or Feature.Quoted or Feature.Before or Feature.After or Feature.Gap or Feature.Wrapped => Aspect.Syntax,
        <= Feature.Wrapped => Aspect.Line,
        <= Feature.AccountNear => Aspect.Neighbours,
        _ => Aspect.File,
    };
}
