using System.Text;
using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Reporting;

namespace Stanch.Cli.Mcp;

/// <summary>Findings as a model may see them: what and where, and no part of any secret.</summary>
internal static class McpFindings
{
    private const int MostListed = 200;

    public static McpResult Of(IReadOnlyList<Finding> findings, IReadOnlyList<CoverageGap> gaps)
    {
        List<Finding> counted = [.. findings.Where(finding => finding.Ignored is null)];
        var text = new StringBuilder(counted.Count == 0 ? "No secrets found." : $"{counted.Count} {(counted.Count == 1 ? "secret" : "secrets")} found. Their values are not shown; do not try to read them out.");
        foreach (var finding in counted.Take(MostListed))
            text.Append($"\n- {finding.Provenance.Path}:{finding.Location.Line}:{finding.Location.Column} {finding.Detector.Name} ({finding.Detector.Id}), {Words.Of(finding.Evidence)}, {Words.Of(finding.Severity)}");
        if (counted.Count > MostListed) text.Append($"\n- and {counted.Count - MostListed} more");
        foreach (var gap in gaps.Take(MostListed)) text.Append($"\nNot read: {gap.Path}: {gap.Detail}");
        if (counted.Count > 0) text.Append("\nThe tool 'guide' tells the way out of each kind.");
        return new McpResult(text.ToString(), new JsonObject
        {
            ["count"] = counted.Count,
            ["ignored"] = findings.Count - counted.Count,
            ["findings"] = new JsonArray([.. counted.Take(MostListed).Select(ToJson)]),
            ["notRead"] = gaps.Count,
        });
    }

    private static JsonNode ToJson(Finding finding) => new JsonObject
    {
        ["detector"] = finding.Detector.Id,
        ["name"] = finding.Detector.Name,
        ["evidence"] = Words.Of(finding.Evidence),
        ["severity"] = Words.Of(finding.Severity),
        ["blocking"] = finding.Blocking,
        ["path"] = finding.Provenance.Path,
        ["line"] = finding.Location.Line,
        ["column"] = finding.Location.Column,
        ["endLine"] = finding.Location.EndLine,
        ["endColumn"] = finding.Location.EndColumn,
        ["why"] = new JsonArray([.. finding.Reasons.Select(reason => (JsonNode)Reasons.Explain(reason))]),
        ["guide"] = finding.Detector.Id,
    };
}
