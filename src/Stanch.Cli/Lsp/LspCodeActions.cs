using System.Text.Json.Nodes;
using Stanch.Detection;
using Stanch.Remediation.Snippets;

namespace Stanch.Cli.Lsp;

/// <summary>What an editor offers at a finding: take it out of the text, let it be for a reason, read the guide.</summary>
internal static class LspCodeActions
{
    public const string GuideCommand = "stanch.guide";

    // A reason is a person's: these are the usual ones, to be chosen from and changed.
    private static readonly string[] s_reasons = ["test value", "example", "revoked"];

    public static JsonArray At(LspDocument document, LspRange range)
    {
        var actions = new JsonArray();
        foreach (var finding in document.Findings)
        {
            if (!LspRange.Of(finding.Location).Touches(range)) continue;
            if (Lookup(document, finding) is { } lookup) actions.Add((JsonNode)lookup);
            foreach (var reason in s_reasons)
            {
                if (Ignore(document, finding, reason) is { } ignore) actions.Add((JsonNode)ignore);
            }

            actions.Add((JsonNode)Guide(document, finding));
        }

        return actions;
    }

    // Only a literal that is the secret and nothing else can become an expression.
    private static JsonObject? Lookup(LspDocument document, Finding finding)
    {
        var range = LspRange.Of(finding.Location);
        var line = document.Line(finding.Location.Line);
        var variable = SnippetVocabulary.Of(finding.Detector, []).Variable;
        if (range.Line != range.EndLine || range.Character < 1 || range.EndCharacter >= line.Length || EnvironmentLookup.Of(document.Language, variable) is not { } expression) return null;
        if (line[range.Character - 1] is not ('"' or '\'' or '`') || line[range.EndCharacter] != line[range.Character - 1]) return null;
        var literal = range with { Character = range.Character - 1, EndCharacter = range.EndCharacter + 1 };
        return Edit(document, finding, $"Read it from the environment: {expression}", literal, expression, isPreferred: true);
    }

    private static JsonObject? Ignore(LspDocument document, Finding finding, string reason)
    {
        if (CommentSyntax.Comment(document.Language, $"stanch:ignore {finding.Detector.Id}: {reason}") is not { } comment) return null;
        var line = document.Line(finding.Location.Line);
        var indent = line[..(line.Length - line.TrimStart().Length)];
        var at = finding.Location.Line - 1;
        return Edit(document, finding, $"Not a secret: ignore it here ({reason})", new LspRange(at, 0, at, 0), $"{indent}{comment}\n", isPreferred: false);
    }

    private static JsonObject Guide(LspDocument document, Finding finding) => new()
    {
        ["title"] = $"It leaked: what to do ({finding.Detector.Name})",
        ["kind"] = "quickfix",
        ["diagnostics"] = new JsonArray(LspDiagnostics.Of(finding)),
        ["command"] = new JsonObject { ["title"] = "The guide", ["command"] = GuideCommand, ["arguments"] = new JsonArray(finding.Detector.Id, document.Path) },
    };

    private static JsonObject Edit(LspDocument document, Finding finding, string title, LspRange range, string text, bool isPreferred) => new()
    {
        ["title"] = title,
        ["kind"] = "quickfix",
        ["isPreferred"] = isPreferred,
        ["diagnostics"] = new JsonArray(LspDiagnostics.Of(finding)),
        ["edit"] = new JsonObject
        {
            ["changes"] = new JsonObject { [document.Uri] = new JsonArray(new JsonObject { ["range"] = range.ToJson(), ["newText"] = text }) },
        },
    };
}
