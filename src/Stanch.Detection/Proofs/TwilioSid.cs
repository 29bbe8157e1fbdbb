namespace Stanch.Detection.Proofs;

/// <summary>Twilio identifiers say by their first two letters what they name.</summary>
internal sealed class TwilioSid : IProof
{
    public string Name => "twilio-sid";

    public ProofResult Check(ProofInput input) =>
        input.Secret.StartsWith("AC"u8) ? ProofResult.Told(new Fact("kind", "account"))
        : input.Secret.StartsWith("SK"u8) ? ProofResult.Told(new Fact("kind", "API key"))
        : ProofResult.Silent;
}
