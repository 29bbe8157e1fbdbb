using System.Text.Json.Nodes;
using Stanch.Detection;

namespace Stanch.Cli.Lsp;

/// <summary>A part of a text: lines and UTF-16 units from 0, the end exclusive.</summary>
internal readonly record struct LspRange(int Line, int Character, int EndLine, int EndCharacter)
{
    public static LspRange Of(Location place) => new(place.Line - 1, place.Column - 1, place.EndLine - 1, place.EndColumn - 1);

    /// <summary>Null where it is no range.</summary>
    public static LspRange? Parse(JsonNode? range) =>
        Number(range, "start", "line") is { } line && Number(range, "start", "character") is { } character && Number(range, "end", "line") is { } endLine && Number(range, "end", "character") is { } endCharacter
            ? new LspRange(line, character, endLine, endCharacter)
            : null;

    /// <summary>True when they share a place, or touch.</summary>
    public bool Touches(LspRange other) => !IsBefore(EndLine, EndCharacter, other.Line, other.Character) && !IsBefore(other.EndLine, other.EndCharacter, Line, Character);

    public JsonObject ToJson() => new() { ["start"] = Position(Line, Character), ["end"] = Position(EndLine, EndCharacter) };

    private static bool IsBefore(int line, int character, int otherLine, int otherCharacter) => line < otherLine || (line == otherLine && character < otherCharacter);

    private static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    private static int? Number(JsonNode? range, string end, string name) => ((range as JsonObject)?[end] as JsonObject)?[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
