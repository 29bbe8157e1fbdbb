using System.Text;
using System.Text.Json;

namespace Stanch.Detection.Proofs;

/// <summary>Grafana: <c>glsa_</c> tokens end in eight hexadecimal digits, the CRC-32 of what stands before the last underscore, low byte first; <c>glc_</c> tokens are base 64 of JSON that names organisation, token and region.</summary>
internal sealed class GrafanaChecksum : IProof
{
    private const string ServiceAccount = "glsa_";
    private const string CloudAccess = "glc_";

    public string Name => "grafana-checksum";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (text.StartsWith(CloudAccess, StringComparison.Ordinal))
        {
            return Base64Text.Decode(text.AsSpan(CloudAccess.Length)) is { } json ? FromJson(json) : ProofResult.Silent;
        }

        var last = text.LastIndexOf('_');
        return !text.StartsWith(ServiceAccount, StringComparison.Ordinal) || last < ServiceAccount.Length
            ? ProofResult.Silent
            : ProofResult.Checksum(string.Equals(text[(last + 1)..], Of(text[..last]), StringComparison.OrdinalIgnoreCase));
    }

    public string? Complete(string text) => Of(text.TrimEnd('_'));

    private static string Of(string text)
    {
        var crc = Crc32.Of(Encoding.Latin1.GetBytes(text));
        return Convert.ToHexStringLower([(byte)crc, (byte)(crc >> 8), (byte)(crc >> 16), (byte)(crc >> 24)]);
    }

    private static ProofResult FromJson(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("k", out _))
            {
                return ProofResult.Silent;
            }

            List<Fact> facts = [];
            JsonFacts.Add(facts, document.RootElement, "o", "organizationId");
            JsonFacts.Add(facts, document.RootElement, "n", "tokenName");
            return ProofResult.Structure(facts);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a string in it that is no valid UTF-16.
            return ProofResult.Silent;
        }
    }
}
