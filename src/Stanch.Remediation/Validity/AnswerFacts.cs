using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Remediation.Validity;

/// <summary>What a provider's answer tells of a secret that works: whose it is, what it may do. Only short values under names that say so are taken, at most two levels deep.</summary>
internal static class AnswerFacts
{
    private const int MostFacts = 12;
    private const int LongestValue = 120;
    private const int MostDepth = 2;

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "login", "username", "user", "user_id", "userId", "email", "name", "fullName", "full_name", "account", "account_id", "accountId", "account_sid", "sid", "org", "organization", "organization_id", "orgName",
        "team", "team_id", "workspace", "workspace_name", "tenant", "company", "project", "url", "scope", "scopes", "role", "type", "plan", "status", "permissions", "expires_at", "expiresAt", "key_id",
    };

    /// <param name="answer">The provider's.</param>
    /// <param name="secret">Its text: a value that holds it is left out.</param>
    public static IReadOnlyList<Fact> Of(Answer answer, string secret)
    {
        List<Fact> facts = [];
        if (answer.Scopes is { Length: > 0 } scopes) Add(facts, "scopes", scopes, secret);
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            Collect(facts, json.RootElement, "", 0, secret);
        }
        catch (JsonException)
        {
            // Not JSON, or cut off at the limit: the status alone has told.
        }

        return facts;
    }

    private static void Collect(List<Fact> facts, JsonElement element, string path, int depth, string secret)
    {
        if (element.ValueKind != JsonValueKind.Object || depth > MostDepth) return;
        foreach (var property in element.EnumerateObject())
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object) Collect(facts, property.Value, name, depth + 1, secret);
            else if (Telling.Contains(property.Name) && Text(property.Value) is { } text) Add(facts, name, text, secret);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(' ', value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };

    private static void Add(List<Fact> facts, string name, string value, string secret)
    {
        if (facts.Count >= MostFacts || value.Length is 0 or > LongestValue || value.Contains(secret, StringComparison.Ordinal)) return;
        facts.Add(new Fact(name, value));
    }
}
