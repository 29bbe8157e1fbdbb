using System.Text.Json;

namespace Stanch.Detection.Proofs;

/// <summary>Takes facts out of JSON that a secret carries.</summary>
internal static class JsonFacts
{
    private const int LongestValue = 200;

    /// <summary>Adds the text or number named <paramref name="property"/> as a fact, if it is there and short.</summary>
    public static void Add(List<Fact> facts, JsonElement json, string property, string name)
    {
        if (json.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            var text = value.ToString();
            if (text.Length is > 0 and <= LongestValue)
            {
                facts.Add(new Fact(name, text));
            }
        }
    }

    /// <summary>Adds seconds since 1970 as an instant.</summary>
    public static void AddInstant(List<Fact> facts, JsonElement json, string property, string name)
    {
        if (json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds)
            && seconds is > 0 and < 253402300799)
        {
            facts.Add(new Fact(name, Instants.ToText(DateTimeOffset.FromUnixTimeSeconds((long)seconds))));
        }
    }
}
