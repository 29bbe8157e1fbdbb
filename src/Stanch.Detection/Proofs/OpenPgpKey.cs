namespace Stanch.Detection.Proofs;

/// <summary>An OpenPGP secret key: the first packet's tag is 5 (secret key) or 7 (subkey). <see href="https://www.rfc-editor.org/rfc/rfc9580#section-5.5.1"/></summary>
internal static class OpenPgpKey
{
    private const int SecretKeyTag = 5;
    private const int SecretSubkeyTag = 7;

    public static IReadOnlyList<Fact>? Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 32 || (data[0] & 0x80) == 0)
        {
            return null;
        }

        var isNewFormat = (data[0] & 0x40) != 0;
        var tag = isNewFormat ? data[0] & 0x3F : data[0] >> 2 & 0xF;
        return tag is SecretKeyTag or SecretSubkeyTag ? [new Fact("keyKind", "pgp")] : null;
    }
}
