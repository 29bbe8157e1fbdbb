namespace Stanch.Detection.Proofs;

/// <summary>Anthropic keys have 108 characters and end in <c>AA</c>.</summary>
internal sealed class AnthropicShape : IProof
{
    public string Name => "anthropic-shape";

    public ProofResult Check(ProofInput input) =>
        input.Secret.Length == 108 && input.Secret.EndsWith("AA"u8) ? new ProofResult(ProofOutcome.Silent, Reason.Structure) : ProofResult.Silent;
}
