using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// A personal access token of Jira or Confluence on own servers is base 64 of its number in twelve digits, a colon and twenty random bytes. Atlassian does not publish the form;
/// the example in its documentation has it: <see href="https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html"/>
/// </summary>
internal sealed class AtlassianDataCenterToken : IProof
{
    private const int Digits = 12;
    private const int Length = Digits + 1 + 20;

    public string Name => "atlassian-data-center-token";

    public ProofResult Check(ProofInput input)
    {
        if (Base64Text.Decode(input.Text) is not { Length: Length } bytes || bytes[Digits] != ':' || bytes.AsSpan(..Digits).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return ProofResult.Silent;
        }

        return ProofResult.Structure(new Fact("tokenId", Encoding.ASCII.GetString(bytes, 0, Digits)));
    }
}
