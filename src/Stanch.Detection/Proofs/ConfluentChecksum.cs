using System.Buffers.Binary;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// A Confluent Cloud API secret made since July 2025: <c>cflt</c>, 54 random characters, and their CRC-32 (low byte first, as the published example has it) in six characters of base 64.
/// <see href="https://docs.confluent.io/cloud/current/client-apps/api-keys.html"/>
/// </summary>
internal sealed class ConfluentChecksum : IProof
{
    private const int PrefixLength = 4;
    private const int CheckLength = 6;

    public string Name => "confluent-checksum";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return text.Length <= PrefixLength + CheckLength
            ? ProofResult.Silent
            : ProofResult.Checksum(text.AsSpan(^CheckLength..).SequenceEqual(Complete(text[..^CheckLength])));
    }

    public string? Complete(string text)
    {
        Span<byte> check = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(check, Crc32.Of(Encoding.Latin1.GetBytes(text).AsSpan(PrefixLength..)));
        return Convert.ToBase64String(check)[..CheckLength];
    }
}
