namespace Stanch.Detection.Proofs;

/// <summary>A connection string's password is weighed like any password: stand-ins and passwords that merely repeat the user's name are no finding worth blocking for.</summary>
internal sealed class ConnectionString : IProof
{
    public string Name => "connection-string";

    public bool WeighsStandIns => true;

    public int ReachBefore => PasswordWeight.ReachBefore;

    public int ReachAfter => PasswordWeight.ReachAfter;

    public ProofResult Check(ProofInput input) => PasswordWeight.Weigh(input);
}
