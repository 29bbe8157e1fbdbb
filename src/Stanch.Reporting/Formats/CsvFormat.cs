using System.Buffers;
using System.Globalization;
using System.Text;
using Stanch.Detection;
using Stanch.Reporting.Text;

namespace Stanch.Reporting.Formats;

/// <summary>
/// RFC 4180 with a header, one finding a line. A cell that a spreadsheet would take for a formula gets an apostrophe in front
/// (https://owasp.org/www-community/attacks/CSV_Injection); controls stand as escapes, since tables are looked at in terminals too.
/// </summary>
internal sealed class CsvFormat : IReportFormat
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\" ");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly (string Header, Func<Finding, ReportView, string?> Cell)[] Columns =
    [
        ("detector", (finding, _) => finding.Detector.Id),
        ("name", (finding, _) => finding.Detector.Name),
        ("provider", (finding, _) => finding.Detector.Provider),
        ("evidence", (finding, _) => ReportWords.Of(finding.Evidence)),
        ("severity", (finding, _) => ReportWords.Of(finding.Severity)),
        ("validity", (finding, _) => ReportWords.Of(finding.Validity)),
        ("blocking", (finding, _) => finding.Blocking ? "true" : "false"),
        ("ignored", (finding, _) => finding.Ignored is { } ignored ? SummaryText.Ignored(ignored) : null),
        ("path", (finding, _) => finding.Provenance.Path),
        ("line", (finding, _) => Number(finding.Location.Line)),
        ("column", (finding, _) => Number(finding.Location.Column)),
        ("endLine", (finding, _) => Number(finding.Location.EndLine)),
        ("endColumn", (finding, _) => Number(finding.Location.EndColumn)),
        ("secret", (finding, view) => view.Shown(finding.Secret)),
        ("fingerprint", (finding, _) => finding.Fingerprint),
        ("kind", (finding, _) => finding.Provenance.Kind),
        ("commit", (finding, _) => Commit(finding)?.Id),
        ("author", (finding, _) => Commit(finding)?.Author),
        ("date", (finding, _) => Commit(finding) is { } commit ? IsoTime.Utc(commit.Date) : null),
        ("removedBy", (finding, _) => (finding.Provenance as Provenance.Commit)?.Removed?.Id),
        ("atHead", (finding, _) => finding.Provenance is Provenance.Commit commit ? commit.AtHead ? "true" : "false" : null),
        ("reasons", (finding, _) => string.Join(' ', finding.Reasons)),
        ("facts", (finding, _) => string.Join("; ", finding.Facts.Select(fact => $"{fact.Name}: {fact.Value}"))),
    ];

    public string Name => "csv";

    public string Summary => "A table for spreadsheets, one finding a row.";

    public bool UsesFingerprints => true;

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var table = new StreamWriter(output, Utf8, leaveOpen: true);
        var view = new ReportView(report, options);
        WriteRow(table, Columns.Select(column => column.Header));
        foreach (var finding in view.Findings)
            WriteRow(table, Columns.Select(column => column.Cell(finding, view)));
    }

    private static void WriteRow(StreamWriter table, IEnumerable<string?> cells)
    {
        var separator = "";
        foreach (var cell in cells)
        {
            table.Write(separator);
            table.Write(Quoted(WithoutFormula(TerminalText.Clean(cell ?? ""))));
            separator = ",";
        }
        table.Write("\r\n");
    }

    /// <summary>Full-width signs count too: some spreadsheets fold them.</summary>
    private static string WithoutFormula(string cell) =>
        cell.Length > 0 && "=+-@＝＋－＠".Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(NeedsQuotes) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static CommitInfo? Commit(Finding finding) => finding.Provenance switch
    {
        Provenance.Commit commit => commit.Introduced,
        Provenance.Message message => message.Introduced,
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
