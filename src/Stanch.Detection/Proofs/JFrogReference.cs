using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>A JFrog reference token is base 64 of <c>reftkn:01:number:random</c>.</summary>
internal sealed class JFrogReference : IProof
{
    public string Name => "jfrog-reference";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return Base64Text.Decode(text.AsSpan(0, text.Length / 4 * 4)) is { } bytes && Encoding.ASCII.GetString(bytes).StartsWith("reftkn:", StringComparison.Ordinal)
            ? ProofResult.Structure()
            : ProofResult.Silent;
    }
}
