using System.Buffers.Binary;

namespace Stanch.Detection.Proofs;

/// <summary>
/// The secret of a Yandex Cloud static access key is base 64 of 26 bytes and their CRC-32C.
/// <see href="https://yandex.cloud/ru/docs/security/operations/search-secrets#additional-validation"/>
/// </summary>
internal sealed class YandexStaticKey : IProof
{
    private const int CheckLength = sizeof(uint);

    public string Name => "yandex-static-key";

    public ProofResult Check(ProofInput input) => Base64Text.Decode(input.Text) is { Length: > CheckLength } bytes
        ? ProofResult.Checksum(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(^CheckLength..)) == Crc32.Castagnoli(bytes.AsSpan(..^CheckLength)))
        : ProofResult.Silent;
}
