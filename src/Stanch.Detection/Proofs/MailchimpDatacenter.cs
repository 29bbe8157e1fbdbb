namespace Stanch.Detection.Proofs;

/// <summary>A Mailchimp key ends in the data centre that answers for it.</summary>
internal sealed class MailchimpDatacenter : IProof
{
    public string Name => "mailchimp-datacenter";

    public ProofResult Check(ProofInput input)
    {
        var dash = input.Secret.LastIndexOf((byte)'-');
        return dash > 0 ? ProofResult.Told(new Fact("dataCenter", input.Text[(dash + 1)..])) : ProofResult.Silent;
    }
}
