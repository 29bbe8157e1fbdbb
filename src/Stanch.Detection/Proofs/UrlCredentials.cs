namespace Stanch.Detection.Proofs;

/// <summary>Credentials in an address: the password is weighed, and an address that is an example (<c>example.com</c>, <c>localhost</c>) lowers the evidence.</summary>
internal sealed class UrlCredentials : IProof
{
    public string Name => "url-credentials";

    public bool WeighsStandIns => true;

    public int ReachBefore => PasswordWeight.ReachBefore;

    public int ReachAfter => PasswordWeight.ReachAfter;

    public ProofResult Check(ProofInput input) => PasswordWeight.Weigh(input);
}
