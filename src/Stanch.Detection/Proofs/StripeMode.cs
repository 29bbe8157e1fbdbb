namespace Stanch.Detection.Proofs;

/// <summary>Stripe keys say whether they move real money: <c>_live_</c> or <c>_test_</c>.</summary>
internal sealed class StripeMode : IProof
{
    public string Name => "stripe-mode";

    public ProofResult Check(ProofInput input) =>
        input.Secret.IndexOf("_live_"u8) >= 0 ? ProofResult.Told(new Fact("mode", "live"))
        : input.Secret.IndexOf("_test_"u8) >= 0 ? ProofResult.Told(new Fact("mode", "test"))
        : ProofResult.Silent;
}
