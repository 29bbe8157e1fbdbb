namespace Stanch.Detection.Proofs;

/// <summary>A connection string's password is weighed like any password: stand-ins and passwords that merely repeat the user's name are no finding worth blocking for, and a password's name for the server of a document is none.</summary>
internal sealed class ConnectionString : IProof
{
    public string Name => "connection-string";

    public bool WeighsStandIns => true;

    public int ReachBefore => PasswordWeight.ReachBefore;

    public int ReachAfter => PasswordWeight.ReachAfter;

    public ProofResult Check(ProofInput input) =>
        PasswordWeight.IsCredentialName(input.Secret) && PasswordWeight.NamesReservedHost(input.Content[Math.Min(input.Content.Length, input.SecretEnd + 1)..Math.Min(input.Content.Length, input.SecretEnd + ReachAfter)])
            ? ProofResult.Rejected : PasswordWeight.Weigh(input);
}
