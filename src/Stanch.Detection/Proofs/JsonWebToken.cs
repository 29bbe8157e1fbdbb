namespace Stanch.Detection.Proofs;

/// <summary>JSON Web Tokens: header and payload must decode; one without a signature, or with a signature of another length than its algorithm makes, proves nothing, nor does one whose header was changed.</summary>
internal sealed class JsonWebToken : IProof
{
    public string Name => "jwt";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (!JwtText.TryRead(text, out var token))
        {
            return JwtText.IsDamaged(text) ? new ProofResult(ProofOutcome.Fails, Reason.StructureFails) : ProofResult.Rejected;
        }

        if (token.IsPublicLink)
        {
            return ProofResult.Rejected;
        }

        if (token.IsExample)
        {
            return new ProofResult(ProofOutcome.Fails, Reason.DocumentationExample) { Facts = token.Facts };
        }

        // Supabase's anonymous key is made to be published.
        if (token.Role == "anon")
        {
            return new ProofResult(ProofOutcome.Fails, "public-role") { Facts = token.Facts };
        }

        var signature = token.HasSignature ? Base64Text.Decode(text.AsSpan(text.LastIndexOf('.') + 1)) : null;
        return signature is not null && IsSignatureLength(signature.Length, token.Algorithm)
            ? new ProofResult(ProofOutcome.Silent, Reason.Structure) { Facts = token.Facts }
            : new ProofResult(ProofOutcome.Fails, Reason.StructureFails) { Facts = token.Facts };
    }

    // Bytes of a signature: https://www.rfc-editor.org/rfc/rfc7518#section-3.1; RSA's is as long as its key, Ed448's is the longer one.
    private static bool IsSignatureLength(int length, string algorithm) => algorithm switch
    {
        "HS256" => length == 32,
        "HS384" => length == 48,
        "HS512" => length == 64,
        "ES256" or "ES256K" => length == 64,
        "EdDSA" => length is 64 or 114,
        "ES384" => length == 96,
        "ES512" => length == 132,
        _ => length is 128 or 256 or 384 or 512,
    };
}
