using System.Buffers.Binary;

namespace Stanch.Detection.Proofs;

/// <summary>
/// An OpenPGP secret key: the first packet's tag is 5 (secret key) or 7 (subkey); behind its public numbers one octet says whether the secret ones are
/// encrypted. <see href="https://www.rfc-editor.org/rfc/rfc9580#section-5.5.3"/>
/// </summary>
internal static class OpenPgpKey
{
    private const int SecretKeyTag = 5;
    private const int SecretSubkeyTag = 7;

    // Version, time of creation, algorithm; from version 5 on also the length of what follows.
    private const int FixedBytes = 6;
    private const int LengthBytes = 4;

    public static IReadOnlyList<Fact>? Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 32 || (data[0] & 0x80) == 0)
        {
            return null;
        }

        var isNewFormat = (data[0] & 0x40) != 0;
        var tag = isNewFormat ? data[0] & 0x3F : data[0] >> 2 & 0xF;
        if (tag is not (SecretKeyTag or SecretSubkeyTag))
        {
            return null;
        }

        var kind = new Fact("keyKind", "pgp");
        return IsEncrypted(data[(1 + (isNewFormat ? NewLengthBytes(data[1]) : 1 << (data[0] & 3)))..]) is { } encrypted
            ? [kind, new Fact("encrypted", encrypted ? "true" : "false")]
            : [kind];
    }

    private static int NewLengthBytes(byte first) => first switch { < 192 => 1, < 224 => 2, _ => 5 };

    // Null where the key is of a kind that is not known here.
    private static bool? IsEncrypted(ReadOnlySpan<byte> body)
    {
        if (body.Length < FixedBytes + LengthBytes || body[0] is < 4 or > 6)
        {
            return null;
        }

        var rest = body[FixedBytes..];
        if (body[0] > 4)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            rest = rest[LengthBytes..];
            return length < rest.Length ? rest[(int)length] != 0 : null;
        }

        return TrySkipPublic(body[FixedBytes - 1], ref rest) && !rest.IsEmpty ? rest[0] != 0 : null;
    }

    private static bool TrySkipPublic(byte algorithm, ref ReadOnlySpan<byte> rest) => algorithm switch
    {
        1 or 2 or 3 => TrySkipNumbers(2, ref rest),
        16 => TrySkipNumbers(3, ref rest),
        17 => TrySkipNumbers(4, ref rest),
        18 => TrySkipCounted(ref rest) && TrySkipNumbers(1, ref rest) && TrySkipCounted(ref rest),
        19 or 22 => TrySkipCounted(ref rest) && TrySkipNumbers(1, ref rest),
        _ => false,
    };

    // A number is its length in bits, two octets, and its octets.
    private static bool TrySkipNumbers(int count, ref ReadOnlySpan<byte> rest)
    {
        for (; count > 0; count--)
        {
            var length = rest.Length < 2 ? int.MaxValue : (BinaryPrimitives.ReadUInt16BigEndian(rest) + 7) / 8 + 2;
            if (length > rest.Length)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool TrySkipCounted(ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] >= rest.Length)
        {
            return false;
        }

        rest = rest[(rest[0] + 1)..];
        return true;
    }
}
