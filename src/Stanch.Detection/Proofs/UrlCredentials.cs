namespace Stanch.Detection.Proofs;

/// <summary>
/// User and password, in an address or as curl takes them: the password is weighed. Where it only says what would stand there, or is a word in the address of
/// a host that is reserved for documents, there is none.
/// </summary>
internal sealed class UrlCredentials : IProof
{
    public string Name => "url-credentials";

    public bool WeighsStandIns => true;

    public int ReachBefore => PasswordWeight.ReachBefore;

    public int ReachAfter => PasswordWeight.ReachAfter;

    public ProofResult Check(ProofInput input) => IsDocumentation(input) ? ProofResult.Rejected : PasswordWeight.Weigh(input);

    private static bool IsDocumentation(ProofInput input) =>
        PasswordWeight.IsCredentialName(input.Secret)
        || (input.Secret.IndexOfAnyInRange((byte)'0', (byte)'9') < 0 && !PasswordWeight.IsConvincing(input.Secret) && PasswordWeight.NamesReservedHost(input.Content[Math.Min(input.Content.Length, input.SecretEnd + 1)..Math.Min(input.Content.Length, input.SecretEnd + PasswordWeight.ReachAfter)]));
}
