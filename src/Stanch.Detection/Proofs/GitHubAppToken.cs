namespace Stanch.Detection.Proofs;

/// <summary>GitHub App installation tokens: the 40-character form carries the classic checksum, the form of 2026 (<c>ghs_</c>, application id, JWT) says its application and expiry.</summary>
internal sealed class GitHubAppToken : IProof
{
    private static readonly Crc32Base62 Classic = new("github-checksum");

    public string Name => "jwt-github-app";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (text.Length == 40)
        {
            return Classic.Check(input);
        }

        var parts = text.Split('_', 3);
        if (parts.Length < 3 || !parts[1].All(char.IsAsciiDigit) || !JwtText.TryRead(parts[2], out var token))
        {
            return ProofResult.Silent;
        }

        return ProofResult.Structure([new Fact("applicationId", parts[1]), .. token.Facts]);
    }

    public string? Complete(string text) => Classic.Complete(text);
}
