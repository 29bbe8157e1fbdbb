using System.Collections.Frozen;
using Stanch.Detection;
using Stanch.Reporting.Formats;

namespace Stanch.Reporting;

/// <summary>Every format there is. Help, completions and docs are made from this list.</summary>
public static class ReportFormats
{
    /// <summary>The default first. A test fails for a format that is missing here.</summary>
    public static IReadOnlyList<IReportFormat> All { get; } =
    [
        new TextFormat(),
        new JsonFormat(),
        new JsonLinesFormat(),
        new SarifFormat(),
        new CsvFormat(),
        new JUnitFormat(),
        new GitLabFormat(),
        new GitHubFormat(),
        new AzureFormat(),
        new TeamCityFormat(),
        new MarkdownFormat(),
        new HtmlFormat(),
    ];

    private static readonly FrozenDictionary<string, IReportFormat> ByName = All.ToFrozenDictionary(format => format.Name);

    /// <summary>What a person reads when nothing else is asked for.</summary>
    public static IReportFormat Default => All[0];

    /// <exception cref="ReportRequestException">No format has that name; the message names the nearest.</exception>
    public static IReportFormat Get(string name) =>
        ByName.TryGetValue(name, out var format) ? format : throw new ReportRequestException(
            $"There is no report format '{name}'{(NearestName.Of(WithoutFileName(name), ByName.Keys, least: 2) is { } near ? $"; did you mean '{near}'?" : ".")} Formats: {string.Join(", ", All.Select(known => known.Name))}.");

    // "out.sarif" is a file where a format was asked for: its ending says which.
    private static string WithoutFileName(string name) => name[(name.LastIndexOf('.') + 1)..];
}
