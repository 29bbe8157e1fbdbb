namespace Stanch.Detection.Model;

/// <summary>
/// Says how likely an assigned value is a secret: shallow trees whose leaves are summed, in log-odds of a thousandth. Integers only, so that every
/// machine gives the same. The weights are trained by <c>bench/accuracy train</c>; docs/detection.md tells how.
/// </summary>
internal static partial class GenericModel
{
    /// <summary>Log-odds are counted in this part.</summary>
    public const int Scale = 1000;

    /// <summary>Splits of a tree from its root, then its leaves: a full tree of this depth.</summary>
    public const int Depth = 3;

    private const int Splits = (1 << Depth) - 1;
    private const int LeavesOfTree = 1 << Depth;

    /// <summary>What the content says.</summary>
    /// <param name="features">As <see cref="GenericFeatures.Describe"/> fills them; the place is not looked at.</param>
    public static int OfContent(ReadOnlySpan<byte> features) => Bias + Sum(features, ContentFeatures, ContentThresholds, ContentLeaves);

    /// <summary>What the kind of file adds; tests and examples apart.</summary>
    public static int OfPlace(ReadOnlySpan<byte> features) => Sum(features, PlaceFeatures, PlaceThresholds, PlaceLeaves);

    /// <summary>The evidence that a sum amounts to, where it is not dropped.</summary>
    public static Evidence EvidenceOf(int score) => score >= LikelyFrom ? Evidence.Likely : Evidence.Review;

    /// <summary>The sum of the leaves that the features lead to.</summary>
    public static int Sum(ReadOnlySpan<byte> features, ReadOnlySpan<byte> splitFeatures, ReadOnlySpan<byte> thresholds, ReadOnlySpan<short> leaves)
    {
        var sum = 0;
        for (var tree = 0; tree * LeavesOfTree < leaves.Length; tree++)
        {
            var node = 0;
            while (node < Splits)
            {
                var split = tree * Splits + node;
                node = node * 2 + (features[splitFeatures[split]] <= thresholds[split] ? 1 : 2);
            }

            sum += leaves[tree * LeavesOfTree + node - Splits];
        }

        return sum;
    }
}
