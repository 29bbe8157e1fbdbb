using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>The value of an <c>Authorization: Basic</c> header: base 64 of <c>user:password</c>, else it is none.</summary>
internal sealed class BasicCredentials : IProof
{
    public string Name => "basic-credentials";

    public ProofResult Check(ProofInput input)
    {
        if (Base64Text.Decode(input.Text) is not { } bytes)
        {
            return ProofResult.Rejected;
        }

        var text = Encoding.Latin1.GetString(bytes);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? ProofResult.Rejected
            : new ProofResult(colon + 1 < text.Length && colon > 0 ? ProofOutcome.Silent : ProofOutcome.Fails, Reason.Structure);
    }
}
