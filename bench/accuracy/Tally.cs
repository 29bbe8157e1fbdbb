namespace Stanch.Bench.Accuracy;

/// <summary>Outcomes, counted.</summary>
internal sealed class Tally
{
    private readonly int[] _counts = new int[4];

    public int Count => _counts.Sum();

    private int this[Outcome outcome] => _counts[(int)outcome];

    public void Add(Outcome outcome) => _counts[(int)outcome]++;

    /// <summary>Both ways of putting it: for cases recall and specificity, for lines precision, recall and F1.</summary>
    public string Summary()
    {
        var recall = Share(this[Outcome.TruePositive], this[Outcome.FalseNegative]);
        if (this[Outcome.TrueNegative] > 0)
        {
            return FormattableString.Invariant($"recall {recall:F4} specificity {Share(this[Outcome.TrueNegative], this[Outcome.FalsePositive]):F4}  {this}");
        }

        var precision = Share(this[Outcome.TruePositive], this[Outcome.FalsePositive]);
        return FormattableString.Invariant($"precision {precision:F4} recall {recall:F4} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F4}  {this}");
    }

    public override string ToString() =>
        $"found {this[Outcome.TruePositive]} missed {this[Outcome.FalseNegative]} noisy {this[Outcome.FalsePositive]} clean {this[Outcome.TrueNegative]}";

    private static double Share(int part, int rest) => part / (double)Math.Max(1, part + rest);
}
