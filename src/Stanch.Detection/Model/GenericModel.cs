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

    /// <summary>Adds to each feature by how much its splits, content's and place's, moved what was expected of the value. All together they are the sum less what is expected of any value.</summary>
    public static void Contribute(ReadOnlySpan<byte> features, Span<int> byFeature)
    {
        Contribute(features, ContentFeatures, ContentThresholds, ContentLeaves, ContentCovers, byFeature);
        Contribute(features, PlaceFeatures, PlaceThresholds, PlaceLeaves, PlaceCovers, byFeature);
    }

    /// <param name="covers">How many values of the training led to each leaf.</param>
    public static void Contribute(
        ReadOnlySpan<byte> features, ReadOnlySpan<byte> splitFeatures, ReadOnlySpan<byte> thresholds, ReadOnlySpan<short> leaves, ReadOnlySpan<ushort> covers, Span<int> byFeature)
    {
        for (var tree = 0; tree * LeavesOfTree < leaves.Length; tree++)
        {
            var own = leaves.Slice(tree * LeavesOfTree, LeavesOfTree);
            var cover = covers.Slice(tree * LeavesOfTree, LeavesOfTree);
            var expected = Expected(own, cover);
            int node = 0, first = 0;
            for (var count = LeavesOfTree / 2; count > 0; count /= 2)
            {
                var split = tree * Splits + node;
                var isLow = features[splitFeatures[split]] <= thresholds[split];
                node = node * 2 + (isLow ? 1 : 2);
                first += isLow ? 0 : count;
                var next = Expected(own.Slice(first, count), cover.Slice(first, count));
                byFeature[splitFeatures[split]] += next - expected;
                expected = next;
            }
        }
    }

    private static int Expected(ReadOnlySpan<short> leaves, ReadOnlySpan<ushort> covers)
    {
        int sum = 0, count = 0;
        for (var i = 0; i < leaves.Length; i++)
        {
            sum += leaves[i] * covers[i];
            count += covers[i];
        }

        return count == 0 ? leaves[0] : sum / count;
    }

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
