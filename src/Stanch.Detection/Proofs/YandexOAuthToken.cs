using System.Buffers.Binary;

namespace Stanch.Detection.Proofs;

/// <summary>
/// A Yandex OAuth token: <c>y0_</c> and base 64 of bytes that end in the CRC-32 of those before. Yandex publishes at least 55 characters of it; tokens of 2025 (<c>y0__x…</c>) have
/// from 48 on, so a shorter one is taken only where its checksum holds.
/// <see href="https://yandex.cloud/ru/docs/security/operations/search-secrets#additional-validation"/>
/// </summary>
internal sealed class YandexOAuthToken : IProof
{
    private const int PrefixLength = 3;
    private const int PublishedLength = PrefixLength + 55;
    private const int CheckLength = sizeof(uint);

    public string Name => "yandex-oauth-token";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        var holds = text.Length > PrefixLength && Base64Text.Decode(text.AsSpan(PrefixLength..)) is { Length: > CheckLength } bytes
            && BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(^CheckLength..)) == Crc32.Of(bytes.AsSpan(..^CheckLength));
        return !holds && text.Length < PublishedLength ? ProofResult.Rejected : ProofResult.Checksum(holds);
    }
}
