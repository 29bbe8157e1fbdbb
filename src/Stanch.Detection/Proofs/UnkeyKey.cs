namespace Stanch.Detection.Proofs;

/// <summary>
/// An Unkey key of version 1 is base 58 of a one, the number of random bytes, and these. Keys made by the API of version 2 are the random bytes alone, so one that is not of this form says nothing.
/// <see href="https://github.com/unkeyed/unkey/blob/main/internal/keys/src/v1.ts"/>
/// </summary>
internal sealed class UnkeyKey : IProof
{
    private const byte Version = 1;
    private const byte LeastRandom = 8;
    private const int Longest = 360;

    public string Name => "unkey-key";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return Base58.Decode(text.AsSpan(text.LastIndexOf('_') + 1), Longest) is [Version, >= LeastRandom and var length, .. var random] && random.Length == length
            ? ProofResult.Structure()
            : ProofResult.Silent;
    }
}
