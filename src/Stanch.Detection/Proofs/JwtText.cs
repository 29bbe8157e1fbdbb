using System.Text.Json;

namespace Stanch.Detection.Proofs;

/// <summary>A JSON Web Token taken apart. <see href="https://www.rfc-editor.org/rfc/rfc7519"/></summary>
internal sealed record JwtText(string Algorithm, bool HasSignature, IReadOnlyList<Fact> Facts, string? Role)
{
    // jwt.io starts everyone with this subject and this time.
    private const string ExampleSubject = "1234567890";
    private const string ExampleTime = "2018-01-18T01:30:22Z";

    /// <summary>True for a token whose claims were typed into jwt.io's first page.</summary>
    public bool IsExample => Says("subject", ExampleSubject) && Says("issued", ExampleTime);

    /// <summary>True for the token in an image's address that GitHub writes into every page: it opens that image alone, for five minutes.</summary>
    public bool IsPublicLink => Says("issuer", "github.com") && Says("audience", "raw.githubusercontent.com");

    private bool Says(string name, string value) => Facts.Any(fact => fact.Name == name && fact.Value == value);

    /// <summary>Reads the token; false where header or payload is not what a token has.</summary>
    public static bool TryRead(string text, out JwtText token)
    {
        token = null!;
        var parts = text.Split('.');
        if (parts.Length < 2 || Base64Text.Decode(parts[0]) is not { } header || Base64Text.Decode(parts[1]) is not { } payload)
        {
            return false;
        }

        try
        {
            using var head = JsonDocument.Parse(header);
            if (head.RootElement.ValueKind != JsonValueKind.Object || !head.RootElement.TryGetProperty("alg", out var algorithm) || algorithm.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            token = Read(algorithm.GetString()!, parts, payload);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a string in it that is no valid UTF-16.
            return false;
        }
    }

    /// <summary>True for three parts of which the first speaks of an algorithm and is no JSON: a token that somebody altered or copied badly, which others of its kind may stand beside.</summary>
    public static bool IsDamaged(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3 && Base64Text.Decode(parts[0]) is [(byte)'{', ..] header && Base64Text.Decode(parts[1]) is [(byte)'{', ..]
            && header.AsSpan().IndexOf("\"alg\""u8) > 0 && !IsJson(header);
    }

    private static bool IsJson(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JwtText Read(string algorithm, string[] parts, byte[] payload)
    {
        List<Fact> facts = [new("algorithm", algorithm.Length > 20 ? algorithm[..20] : algorithm)];
        using var body = JsonDocument.Parse(payload);
        string? role = null;
        if (body.RootElement.ValueKind == JsonValueKind.Object)
        {
            JsonFacts.Add(facts, body.RootElement, "iss", "issuer");
            JsonFacts.Add(facts, body.RootElement, "sub", "subject");
            JsonFacts.Add(facts, body.RootElement, "aud", "audience");
            JsonFacts.Add(facts, body.RootElement, "role", "role");
            JsonFacts.AddInstant(facts, body.RootElement, "iat", "issued");
            JsonFacts.AddInstant(facts, body.RootElement, "exp", "expires");
            role = body.RootElement.TryGetProperty("role", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        return new JwtText(algorithm, parts.Length > 2 && parts[2].Length > 0, facts, role);
    }
}
