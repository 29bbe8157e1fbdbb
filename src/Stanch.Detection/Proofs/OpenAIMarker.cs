namespace Stanch.Detection.Proofs;

/// <summary>OpenAI keys hold "OpenAI" in base 64 (<c>T3BlbkFJ</c>) in their middle.</summary>
internal sealed class OpenAIMarker : IProof
{
    public string Name => "openai-marker";

    public ProofResult Check(ProofInput input) =>
        input.Secret.IndexOf("T3BlbkFJ"u8) > 0 ? new ProofResult(ProofOutcome.Holds, Reason.Structure) : ProofResult.Silent;
}
