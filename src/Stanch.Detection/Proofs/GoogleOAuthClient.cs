namespace Stanch.Detection.Proofs;

/// <summary>Google OAuth client ids start with the number of their project.</summary>
internal sealed class GoogleOAuthClient : IProof
{
    public string Name => "google-oauth-client";

    public ProofResult Check(ProofInput input)
    {
        var dash = input.Secret.IndexOf((byte)'-');
        return dash > 0 && input.Secret[..dash].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            ? ProofResult.Told(new Fact("projectNumber", input.Text[..dash]))
            : ProofResult.Silent;
    }
}
