using System.Text;
using Stanch.Detection;
using Stanch.Reporting.Html;

namespace Stanch.Reporting.Formats;

/// <summary>One page that needs nothing else: readable and printable without its script, which only adds search and filter.</summary>
internal sealed class HtmlFormat : IReportFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "html";

    public string Summary => "A self-contained page with search and filter, to read and to hand on.";

    public void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        var page = new HtmlPage(writer);
        var view = new ReportView(report, options);
        WriteHead(page, view);
        page.Line("<main id=\"main\">");
        WriteFindings(page, SecretGroup.Of(view.Findings), view);
        WriteCoverage(page, view);
        page.Line("</main>");
        WriteFoot(page, view);
    }

    private static void WriteHead(HtmlPage page, ReportView view)
    {
        page.Line("<!DOCTYPE html>").Line("<html lang=\"en\">").Line("<head>").Line("<meta charset=\"utf-8\">");
        page.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlAssets.Policy}\">");
        page.Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">").Line("<meta name=\"referrer\" content=\"no-referrer\">");
        page.Element("title", $"Stanch: {view.Report.Target}").Line();
        page.Line($"<style>{HtmlAssets.Style}</style>").Line("</head>").Line("<body>");
        page.Line("<a class=\"skip\" href=\"#main\">To the findings</a>").Line("<header>");
        page.Raw("<h1>Secrets in ").Element("span", view.Report.Target == "." ? "this folder" : view.Report.Target).Line("</h1>");
        page.Element("p", SummaryText.Headline(view)).Line();
        page.Element("p", $"Scanned {view.Report.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC", "quiet").Line();
        page.Line("</header>");
    }

    private static void WriteFindings(HtmlPage page, IReadOnlyList<SecretGroup> groups, ReportView view)
    {
        if (groups.Count == 0)
            return;
        WriteFilter(page);
        page.Line("<section aria-labelledby=\"findings\">").Line("<h2 id=\"findings\">Findings</h2>").Line("<ol class=\"findings\">");
        foreach (var (index, group) in groups.Index())
            HtmlFinding.Write(page, group, index + 1, view);
        page.Line("</ol>").Line("</section>");
    }

    /// <summary>Hidden until the script runs: without it there is nothing to filter with.</summary>
    private static void WriteFilter(HtmlPage page)
    {
        page.Line("<form id=\"filter\" role=\"search\" aria-label=\"Filter the findings\" hidden>");
        page.Line("<label><span class=\"label\">Search (press /)</span><input type=\"search\" id=\"search\" autocomplete=\"off\"></label>");
        WriteBoxes(page, "Evidence", "evidence", Enum.GetValues<Evidence>().Reverse().Select(ReportWords.Of));
        WriteBoxes(page, "Severity", "severity", Enum.GetValues<Severity>().Reverse().Select(ReportWords.Of));
        page.Line("<label><input type=\"checkbox\" name=\"blocking\"> blocking only</label>");
        page.Line("<button type=\"reset\">Show all</button>").Line("<output id=\"count\" for=\"search\"></output>").Line("</form>");
    }

    private static void WriteBoxes(HtmlPage page, string legend, string name, IEnumerable<string> values)
    {
        page.Raw($"<fieldset><legend>{legend}</legend>");
        foreach (var value in values)
            page.Raw($"<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\" checked> {value}</label>");
        page.Line("</fieldset>");
    }

    private static void WriteCoverage(HtmlPage page, ReportView view)
    {
        page.Line("<section aria-labelledby=\"coverage\">").Line("<h2 id=\"coverage\">What was read</h2>");
        page.Element("p", SummaryText.Read(view.Report)).Line();
        if (SummaryText.LeftOut(view) is { } leftOut)
            page.Element("p", leftOut).Line();
        foreach (var remark in view.Report.Coverage.Remarks)
            page.Element("p", remark).Line();
        WriteFailures(page, [.. view.Failures]);
        page.Line("</section>");
    }

    private static void WriteFailures(HtmlPage page, IReadOnlyList<CoverageGap> failures)
    {
        if (failures.Count == 0)
            return;
        page.Element("p", $"{Plain.Count(failures.Count, "item")} could not be read, so this is not the whole picture:").Line().Line("<ul>");
        foreach (var gap in failures)
            page.Raw("<li>").Element("code", gap.Path).Raw(" ").Text($"{ReportWords.Of(gap.Kind)}: {gap.Detail}").Line("</li>");
        page.Line("</ul>");
    }

    private static void WriteFoot(HtmlPage page, ReportView view)
    {
        page.Line("<footer>");
        if (view.Counted > 0)
            page.Element("p", SummaryText.Advice).Line();
        page.Element("p", $"Stanch {view.Report.Version}, catalogue {view.Report.Catalogue}").Line().Line("</footer>");
        page.Line($"<script>{HtmlAssets.Script}</script>").Line("</body>").Line("</html>");
    }
}
