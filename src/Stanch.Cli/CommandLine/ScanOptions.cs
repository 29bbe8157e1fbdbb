using System.CommandLine;
using Stanch.Detection;
using Stanch.Reporting;

namespace Stanch.Cli.CommandLine;

/// <summary>The options that every scan has, whatever it reads.</summary>
internal sealed class ScanOptions
{
    private readonly Option<string[]> _report = Repeatable("--report", "FORMAT[=FILE]", $"Write a report, to standard output or to a file; give it again for several. Formats: {string.Join(", ", ReportFormats.All.Select(format => format.Name))}.");
    private readonly Option<bool> _showSecrets = Switch("--show-secrets", "Show secrets in clear, in every report.");
    private readonly Option<bool> _includeIgnored = Switch("--include-ignored", "Report ignored findings too, marked as such.");
    private readonly Option<string[]> _exclude = Repeatable("--exclude", "GLOB", "Leave out paths that match, as in .gitignore; may be repeated.");
    private readonly Option<string[]> _detectors = Repeatable("--detectors", "ID|GLOB,…", "Look with these detectors only; '-ID' leaves one out.");
    private readonly Option<string> _failOn = Valued("--fail-on", "EVIDENCE|never", "The evidence from which a finding fails the scan: review, likely, confirmed or never.");
    private readonly Option<string> _minSeverity = Valued("--min-severity", "SEVERITY", "Findings less severe do not count: info, low, medium, high or critical.");
    private readonly Option<string> _incomplete = Valued("--incomplete", "fail|warn", "What it means that something could not be read: exit code 3, or a warning.");
    private readonly Option<string> _jobs = Valued("--jobs", "N", "Threads that work; as many as there are processors by default.");
    private readonly Option<string> _maxTime = Valued("--max-time", "TIME", "Stop after this time (90s, 10m, 1h30m) and report what was found until then.");
    private readonly Option<string> _config = Valued("--config", "FILE", "Obey this configuration instead of the tree's and the user's own.");
    private readonly Option<bool> _noConfig = Switch("--no-config", "Read no configuration at all.");
    private readonly Option<string> _baseline = Valued("--baseline", "FILE", "The baseline to apply.");
    private readonly Option<bool> _noBaseline = Switch("--no-baseline", "Apply no baseline.");
    private readonly Option<bool> _quiet = Switch("--quiet", "Write nothing but the report.");
    private readonly Option<bool> _noColour = Switch("--no-color", "No colour, even on a terminal.");
    private readonly Option<bool> _progress = Switch("--progress", "Show progress even where nobody seems to be looking.");

    public IReadOnlyList<Option> All =>
    [
        _report, _showSecrets, _includeIgnored, _exclude, _detectors, _failOn, _minSeverity, _incomplete, _jobs, _maxTime,
        _config, _noConfig, _baseline, _noBaseline, _quiet, _noColour, _progress,
    ];

    public ScanSettings Read(ParseResult result, IScanSource source) => new()
    {
        Source = source,
        Reports = result.GetValue(_report) ?? [],
        ShowSecrets = result.GetValue(_showSecrets),
        IncludeIgnored = result.GetValue(_includeIgnored),
        Exclude = result.GetValue(_exclude) ?? [],
        Detectors = result.GetValue(_detectors) ?? [],
        FailOn = result.GetValue(_failOn),
        MinSeverity = result.GetValue(_minSeverity),
        Incomplete = result.GetValue(_incomplete),
        Jobs = result.GetValue(_jobs),
        MaxTime = result.GetValue(_maxTime),
        Config = result.GetValue(_config),
        NoConfig = result.GetValue(_noConfig),
        Baseline = result.GetValue(_baseline),
        NoBaseline = result.GetValue(_noBaseline),
        Quiet = result.GetValue(_quiet),
        NoColour = result.GetValue(_noColour),
        Progress = result.GetValue(_progress),
    };

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private static Option<string> Valued(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Option<string[]> Repeatable(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
