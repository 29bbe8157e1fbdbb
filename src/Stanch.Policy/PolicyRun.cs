using System.Collections.Concurrent;
using System.Globalization;
using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>One application of the policy to one scan's findings, and what it learns on the way. Safe for many threads.</summary>
internal sealed class PolicyRun(EffectiveConfiguration configuration, Baseline baseline, Fingerprinter? fingerprinter, DateOnly today, PolicyOptions options)
{
    private readonly IgnoreMatcher _matcher = new(fingerprinter);
    private readonly ConcurrentDictionary<IgnoreRule, int> _used = new();
    private readonly ConcurrentDictionary<string, byte> _remarks = new(StringComparer.Ordinal);
    private int _commentsNotObeyed;

    // A baseline of another key matches nothing, at tens of milliseconds a try.
    private readonly Baseline _baseline = fingerprinter is not null && (baseline.KeyId is null || baseline.KeyId == fingerprinter.KeyId) ? baseline : Baseline.Empty;

    public Finding Judge(Finding finding)
    {
        var path = options.RelativeToRoot(finding.Provenance.Path);
        var ignored = ByComment(finding) ?? ByFolder(finding, path) ?? ByRule(finding, path) ?? BySeverity(finding, path) ?? ByBaseline(finding, path);
        return finding with
        {
            Ignored = ignored,
            Blocking = ignored is null && !options.NeverBlocks && finding.Evidence >= (options.FailOn ?? configuration.FailOnAt(path).Value),
            Fingerprint = options.WantFingerprints ? fingerprinter?.Of(finding) : null,
        };
    }

    public IReadOnlyList<string> Remarks() =>
        [.. configuration.Remarks, .. AboutKey(), .. AboutExpired(), .. _remarks.Keys.Order(StringComparer.Ordinal), .. AboutComments()];

    public IReadOnlyList<IgnoreRule> UnusedIgnores() => [.. Rules().Where(rule => !rule.IsExpired(today) && !_used.ContainsKey(rule))];

    private IEnumerable<IgnoreRule> Rules() => configuration.Layers.SelectMany(file => file.Ignore);

    private Ignore? ByComment(Finding finding)
    {
        var comments = InlineIgnores.For(finding);
        if (comments.FirstOrDefault(comment => comment.Names(finding.Detector.Id)) is { } comment)
        {
            if (options.ObeyInlineIgnores) return new Ignore("inline", comment.Reason);
            Interlocked.Increment(ref _commentsNotObeyed);
        }
        else if (comments.Count > 0)
        {
            _remarks.TryAdd($"{finding.Provenance.Path}:{finding.Location.Line}: the comment '{comments[0].Marker} {string.Join(", ", comments[0].Detectors)}' does not name {finding.Detector.Id}, so the finding counts; to give a reason only, write '{comments[0].Marker}: reason'", 0);
        }
        return null;
    }

    private Ignore? ByFolder(Finding finding, string path) =>
        configuration.IsEnabledAt(finding.Detector.Id, path) is { Value: false, Origin: var origin } ? new Ignore("config", $"{finding.Detector.Id} is switched off here ({origin})") : null;

    private Ignore? ByRule(Finding finding, string path)
    {
        foreach (var (rule, folder) in configuration.IgnoresInFoldersOf(path))
        {
            if (!_matcher.Covers(rule, folder, finding, path)) continue;
            _used.AddOrUpdate(rule, 1, (_, count) => count + 1);
            if (!rule.IsExpired(today)) return rule.ToIgnore();
        }
        return null;
    }

    // Said as an ignore, so that what is left out shows in the report.
    private Ignore? BySeverity(Finding finding, string path)
    {
        var least = options.MinSeverity is { } given ? new Setting<Severity>(given, new ConfigurationOrigin(ConfigurationLayer.CommandLine)) : configuration.MinSeverityAt(path);
        return finding.Severity < least.Value ? new Ignore("config", $"less severe than {least.Value.ToString().ToLowerInvariant()} ({least.Origin})") : null;
    }

    private Ignore? ByBaseline(Finding finding, string path) =>
        fingerprinter is not null && _baseline.Find(finding, path, fingerprinter) is not null ? new Ignore("baseline") : null;

    private IEnumerable<string> AboutKey()
    {
        if (fingerprinter is null && baseline.Entries.Count > 0)
            yield return "the baseline is not applied: it needs the project's fingerprint key; set fingerprintKey or fingerprintKeyFile";
        if (fingerprinter is null && Rules().Any(rule => rule.Fingerprint is not null))
            yield return "ignores by fingerprint are not applied: they need the project's fingerprint key; set fingerprintKey or fingerprintKeyFile";
        if (fingerprinter is not null && baseline.KeyId is { } made && made != fingerprinter.KeyId)
            yield return $"the baseline is not applied: it was made with key {made}, and the configuration has key {fingerprinter.KeyId}; restore the key, or make the baseline anew";
    }

    private IEnumerable<string> AboutExpired() =>
        from rule in Rules()
        where rule.IsExpired(today)
        let covered = _used.GetValueOrDefault(rule)
        select string.Create(CultureInfo.InvariantCulture, $"{rule.Origin}: the ignore expired after {rule.Expires:yyyy-MM-dd} and no longer holds ({covered} {(covered == 1 ? "finding" : "findings")} of this scan)");

    private IEnumerable<string> AboutComments()
    {
        if (_commentsNotObeyed > 0)
            yield return $"{_commentsNotObeyed} {(_commentsNotObeyed == 1 ? "finding has" : "findings have")} an ignore comment beside it that this change may have brought; it is not obeyed here";
    }
}
