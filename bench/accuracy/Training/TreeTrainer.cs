using Stanch.Detection.Model;

namespace Stanch.Bench.Accuracy.Training;

/// <summary>Boosts shallow trees on log-odds (Friedman 2001, with second-order leaves). Everything in a fixed order: the same samples give the same trees.</summary>
internal sealed class TreeTrainer(IReadOnlyList<Sample> samples, Func<Feature, bool> mayUse)
{
    private const double Shrinkage = 0.12;
    private const double Ridge = 3;
    private const double LeastHessian = 2.0;
    private const double LeastGain = 0.6;
    private const int DrawnPercent = 50;
    private const int Bins = 256;
    private const int Splits = (1 << GenericModel.Depth) - 1;

    private readonly double[] _gradients = new double[samples.Count];
    private readonly double[] _hessians = new double[samples.Count];
    private readonly int[] _nodes = new int[samples.Count];

    private int _round;

    // Each tree sees some of the features, so that none of them decides alone (Breiman 2001).
    private bool IsDrawn(Feature feature) => Draw((uint)feature + 1) % 100 < DrawnPercent;

    private uint Draw(uint seed)
    {
        var x = seed * 2654435761u + (uint)(_round + 1) * 40503u;
        x = (x ^ (x >> 15)) * 2246822519u;
        x = (x ^ (x >> 13)) * 3266489917u;
        return x ^ (x >> 16);
    }

    /// <summary>Adds trees, and to <paramref name="scores"/> what they say.</summary>
    public List<Tree> Boost(int rounds, double[] scores)
    {
        var trees = new List<Tree>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            _round = round;
            for (var i = 0; i < samples.Count; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                _gradients[i] = samples[i].Weight * (p - (samples[i].IsSecret ? 1 : 0));
                _hessians[i] = samples[i].Weight * p * (1 - p);
            }

            var tree = Grow();
            trees.Add(tree);
            for (var i = 0; i < samples.Count; i++)
            {
                scores[i] += tree.Leaves[_nodes[i] - Splits] / (double)GenericModel.Scale;
            }
        }

        return trees;
    }

    private Tree Grow()
    {
        Array.Clear(_nodes);
        var features = new byte[Splits];
        var thresholds = Enumerable.Repeat((byte)255, Splits).ToArray();
        for (var level = 0; level < GenericModel.Depth; level++)
        {
            var first = (1 << level) - 1;
            var histograms = Histograms(first, 1 << level);
            for (var node = 0; node < 1 << level; node++)
            {
                (features[first + node], thresholds[first + node]) = BestSplit(histograms, node);
            }

            for (var i = 0; i < samples.Count; i++)
            {
                var node = _nodes[i];
                _nodes[i] = node * 2 + (samples[i].Features[features[node]] <= thresholds[node] ? 1 : 2);
            }
        }

        return new Tree(features, thresholds, Leaves(), Covers());
    }

    private (double G, double H)[][][] Histograms(int first, int count)
    {
        var histograms = new (double G, double H)[count][][];
        for (var node = 0; node < count; node++)
        {
            histograms[node] = new (double, double)[GenericFeatures.Count][];
            for (var feature = 0; feature < GenericFeatures.Count; feature++)
            {
                histograms[node][feature] = new (double, double)[Bins];
            }
        }

        for (var i = 0; i < samples.Count; i++)
        {
            var own = histograms[_nodes[i] - first];
            for (var feature = 0; feature < GenericFeatures.Count; feature++)
            {
                ref var bin = ref own[feature][samples[i].Features[feature]];
                bin = (bin.G + _gradients[i], bin.H + _hessians[i]);
            }
        }

        return histograms;
    }

    private (byte Feature, byte Threshold) BestSplit((double G, double H)[][][] histograms, int node)
    {
        var (best, bestGain) = (((byte)0, (byte)255), LeastGain);
        for (var feature = 0; feature < GenericFeatures.Count; feature++)
        {
            if (!mayUse((Feature)feature) || !IsDrawn((Feature)feature))
            {
                continue;
            }

            var bins = histograms[node][feature];
            double g = 0, h = 0, totalG = 0, totalH = 0;
            foreach (var bin in bins)
            {
                (totalG, totalH) = (totalG + bin.G, totalH + bin.H);
            }

            for (var threshold = 0; threshold < Bins - 1; threshold++)
            {
                (g, h) = (g + bins[threshold].G, h + bins[threshold].H);
                var gain = h < LeastHessian || totalH - h < LeastHessian ? 0 : Gain(g, h) + Gain(totalG - g, totalH - h) - Gain(totalG, totalH);
                if (gain > bestGain + 1e-9)
                {
                    (best, bestGain) = (((byte)feature, (byte)threshold), gain);
                }
            }
        }

        return best;
    }

    private short[] Leaves()
    {
        var sums = new (double G, double H)[Splits + 1];
        for (var i = 0; i < samples.Count; i++)
        {
            ref var sum = ref sums[_nodes[i] - Splits];
            sum = (sum.G + _gradients[i], sum.H + _hessians[i]);
        }

        return [.. sums.Select(sum => (short)Math.Round(-sum.G / (sum.H + Ridge) * Shrinkage * GenericModel.Scale))];
    }

    private ushort[] Covers()
    {
        var covers = new ushort[Splits + 1];
        foreach (var node in _nodes)
        {
            covers[node - Splits] += (ushort)(covers[node - Splits] < ushort.MaxValue ? 1 : 0);
        }

        return covers;
    }

    private static double Gain(double g, double h) => g * g / (h + Ridge);
}
