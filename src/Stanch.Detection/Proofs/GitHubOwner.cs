using System.Buffers.Binary;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Fine-grained GitHub tokens name their owner: the seven base-32 characters behind <c>github_pat_11</c> are his numeric user id. Not published by
/// GitHub; inferred from samples whose three padding bits are all zero, so it is shown as a fact and proves nothing.
/// </summary>
internal sealed class GitHubOwner : IProof
{
    private const string Prefix = "github_pat_11";
    private const int Encoded = 7;

    public string Name => "github-owner";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length < Prefix.Length + Encoded + 1)
        {
            return ProofResult.Silent;
        }

        var bytes = Base32.Decode(text.AsSpan(Prefix.Length, Encoded), out var padding);
        return bytes is { Length: 4 } && padding == 0 && text[Prefix.Length + Encoded] == '0'
            ? ProofResult.Told(new Fact("ownerId", $"{BinaryPrimitives.ReadUInt32BigEndian(bytes)}"))
            : ProofResult.Silent;
    }
}
