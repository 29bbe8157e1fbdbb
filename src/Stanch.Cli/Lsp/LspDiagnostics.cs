using System.Text.Json.Nodes;
using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Remediation.Snippets;
using Stanch.Reporting;

namespace Stanch.Cli.Lsp;

/// <summary>Findings as an editor underlines them.</summary>
internal static class LspDiagnostics
{
    private const int Error = 1;
    private const int Information = 3;

    public static JsonObject Of(LspDocument document) => new()
    {
        ["uri"] = document.Uri,
        ["version"] = document.Version,
        ["diagnostics"] = new JsonArray([.. document.Findings.Select(Of)]),
    };

    public static JsonNode Of(Finding finding)
    {
        var diagnostic = new JsonObject
        {
            ["range"] = LspRange.Of(finding.Location).ToJson(),
            ["severity"] = finding.Blocking ? Error : Information,
            ["code"] = finding.Detector.Id,
            ["source"] = "stanch",
            ["message"] = Message(finding),
        };
        if (finding.Detector.DocumentationUrl is { } address) diagnostic["codeDescription"] = new JsonObject { ["href"] = address };
        return diagnostic;
    }

    private static string Message(Finding finding) =>
        $"{finding.Detector.Name} ({Words.Of(finding.Evidence)}). {string.Join(' ', finding.Reasons.Select(Reasons.Explain))} Keep it out of the file: read it from {SnippetVocabulary.Of(finding.Detector, []).Variable} or a secret store.";
}
