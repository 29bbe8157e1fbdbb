namespace Stanch.Bench.Accuracy;

/// <summary>Outcomes, counted.</summary>
internal sealed class Tally
{
    private readonly int[] _counts = new int[4];

    public int Count => _counts.Sum();

    public double Recall => Share(this[Outcome.TruePositive], this[Outcome.FalseNegative]);

    public double Specificity => Share(this[Outcome.TrueNegative], this[Outcome.FalsePositive]);

    public double Precision => Share(this[Outcome.TruePositive], this[Outcome.FalsePositive]);

    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    private int this[Outcome outcome] => _counts[(int)outcome];

    public void Add(Outcome outcome) => _counts[(int)outcome]++;

    /// <summary>Both ways of putting it: for cases recall and specificity, for lines precision, recall and F1.</summary>
    public string Summary() => this[Outcome.TrueNegative] > 0
        ? FormattableString.Invariant($"recall {Recall:F4} specificity {Specificity:F4}  {this}")
        : FormattableString.Invariant($"precision {Precision:F4} recall {Recall:F4} F1 {F1:F4}  {this}");

    public override string ToString() =>
        $"found {this[Outcome.TruePositive]} missed {this[Outcome.FalseNegative]} noisy {this[Outcome.FalsePositive]} clean {this[Outcome.TrueNegative]}";

    private static double Share(int part, int rest) => part / (double)Math.Max(1, part + rest);
}
