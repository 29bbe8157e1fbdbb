using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Classic GitHub and npm tokens: the last six characters are the CRC-32 of the thirty before them, in base 62, padded with zeros on the left.
/// <see href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"/>
/// </summary>
internal sealed class GitHubChecksum(string name) : IProof
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
