namespace Stanch.Detection.Proofs;

/// <summary>NATS seeds: base 32 whose last two bytes are the CRC-16 (XMODEM) of those before, low byte first. <see href="https://docs.nats.io/using-nats/developer/connecting/nkey"/></summary>
internal sealed class NKeyCrc16 : IProof
{
    private const ushort Polynomial = 0x1021;

    public string Name => "nkey-crc16";

    public ProofResult Check(ProofInput input)
    {
        if (Base32.Decode(input.Text, out _) is not { Length: > 4 } bytes)
        {
            return ProofResult.Checksum(false);
        }

        return ProofResult.Checksum((bytes[^2] | bytes[^1] << 8) == Of(bytes.AsSpan(..^2)));
    }

    private static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (var b in bytes)
        {
            crc ^= (ushort)(b << 8);
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 0x8000) != 0 ? crc << 1 ^ Polynomial : crc << 1);
            }
        }

        return crc;
    }
}
