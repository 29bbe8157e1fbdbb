using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>
/// Applies a project's decisions to findings. A finding is let be by, in this order: a comment beside it, a detector that its folder's configuration
/// switches off, an ignore of the configuration, its severity, the baseline. What is left blocks from the evidence that <c>failOn</c> names.
/// </summary>
/// <param name="configuration">What holds.</param>
/// <param name="baseline">What was accepted; <see cref="Baseline.Empty"/> for nothing.</param>
/// <param name="time">Says which day it is, for ignores that expire.</param>
public sealed class PolicyEngine(EffectiveConfiguration configuration, Baseline baseline, TimeProvider time)
{
    /// <summary>The project's fingerprints; null without a key.</summary>
    public Fingerprinter? Fingerprinter { get; } = configuration.FingerprintKey is { Value: var key } ? new Fingerprinter(key) : null;

    public Verdict Judge(IReadOnlyList<Finding> findings, Coverage coverage, PolicyOptions options)
    {
        var run = new PolicyRun(configuration, baseline, Fingerprinter, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), options);
        var judged = new Finding[findings.Count];
        Parallel.For(0, findings.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Jobs) }, i => judged[i] = run.Judge(findings[i]));
        return new Verdict(judged, CodeOf(judged, coverage, options), run.Remarks(), run.UnusedIgnores());
    }

    private ExitCode CodeOf(IReadOnlyList<Finding> judged, Coverage coverage, PolicyOptions options)
    {
        if (judged.Any(finding => finding.Blocking)) return ExitCode.Blocking;
        if (configuration.Problems.Count > 0) return ExitCode.Usage;
        var mode = options.Incomplete ?? configuration.Incomplete.Value;
        return coverage.IsIncomplete && mode == IncompleteMode.Fail ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
