namespace Stanch.Detection.Proofs;

/// <summary>
/// Azure DevOps tokens of 52 characters: base 32 of 32 bytes, of which those at 22, 8, 7 and 2 are the CRC-32 of the other 28, XORed with a constant that
/// tells users' tokens from applications'. <see href="https://github.com/microsoft/sarif-pattern-matcher"/>
/// </summary>
internal sealed class AzureDevOpsToken : IProof
{
    private const uint UserMask = 0xE0B9692D;
    private const uint ApplicationMask = 0x1019F92E;
    private static readonly int[] CheckBytes = [22, 8, 7, 2];

    public string Name => "azure-devops-pat";

    public ProofResult Check(ProofInput input)
    {
        if (input.Secret.Length != 52 || Base32.Decode(input.Text, out _) is not { Length: 32 } bytes)
        {
            return ProofResult.Silent;
        }

        var others = bytes.Where((_, index) => !CheckBytes.Contains(index)).ToArray();
        var expected = CheckBytes.Select((index, place) => (uint)bytes[index] << (8 * place)).Aggregate((a, b) => a | b);
        var crc = Crc32.Of(others);
        return expected == (crc ^ UserMask) ? ProofResult.Checksum(true, new Fact("tokenKind", "user"))
            : ProofResult.Checksum(expected == (crc ^ ApplicationMask), new Fact("tokenKind", "application"));
    }
}
