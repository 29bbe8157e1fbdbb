namespace Stanch.Detection.Proofs;

/// <summary>
/// A PyPI token is a serialised macaroon: version 2, then tagged fields, the first of which is the location (<c>pypi.org</c>).
/// <see href="https://pypi.org/help/#apitoken"/>
/// </summary>
internal sealed class PyPiMacaroon : IProof
{
    private const byte Version = 2;
    private const byte LocationField = 1;

    public string Name => "pypi-macaroon";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var body = text[(dash + 1)..];
        var whole = body[..(body.Length / 4 * 4)];
        if (Base64Text.Decode(whole) is not { Length: > 12 } bytes || bytes[0] != Version || bytes[1] != LocationField || bytes[2] + 3 > bytes.Length || bytes.AsSpan(3, bytes[2]).IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) >= 0)
        {
            return new ProofResult(ProofOutcome.Fails, Reason.StructureFails);
        }

        return ProofResult.Structure(new Fact("registry", System.Text.Encoding.ASCII.GetString(bytes, 3, bytes[2])));
    }
}
