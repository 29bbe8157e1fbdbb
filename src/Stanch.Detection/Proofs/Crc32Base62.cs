using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Tokens whose last six characters are the CRC-32 of the thirty before them, in base 62, padded with zeros on the left: GitHub's classic tokens, and npm's and NetBird's after them.
/// <see href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"/>
/// <see href="https://github.com/netbirdio/netbird/blob/main/management/server/types/personal_access_token.go"/>
/// </summary>
/// <param name="name">What it is called in the catalogue: <c>crc32-base62</c>, and the older names by provider.</param>
internal sealed class Crc32Base62(string name) : IProof
{
    private const int Random = 30;
    private const int CheckLength = 6;

    public string Name { get; } = name;

    public ProofResult Check(ProofInput input)
    {
        var secret = input.Secret;
        if (secret.Length < Random + CheckLength)
        {
            return ProofResult.Silent;
        }

        var random = secret[^(Random + CheckLength)..^CheckLength];
        return ProofResult.Checksum(secret[^CheckLength..].SequenceEqual(Encoding.ASCII.GetBytes(Of(random))));
    }

    public string? Complete(string text) => Of(Encoding.ASCII.GetBytes(text).AsSpan(^Random..));

    private static string Of(ReadOnlySpan<byte> random) => Base62.Encode(Crc32.Of(random), CheckLength);
}
