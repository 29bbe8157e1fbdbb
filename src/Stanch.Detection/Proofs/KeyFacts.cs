using System.Formats.Asn1;

namespace Stanch.Detection.Proofs;

/// <summary>What a private key says of itself.</summary>
internal static class KeyFacts
{
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>The facts, or null where the body is not what the label says.</summary>
    public static IReadOnlyList<Fact>? Read(PemBlock block)
    {
        if (Base64Text.Decode(block.Body) is not { Length: > 16 } der)
        {
            return null;
        }

        if (block.Label.StartsWith("PGP", StringComparison.Ordinal))
        {
            return OpenPgpKey.Read(der);
        }

        if (block.IsEncrypted && !block.Label.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            return [new Fact("keyKind", Kind(block.Label)), new Fact("encrypted", "true")];
        }

        try
        {
            return block.Label switch
            {
                "OPENSSH PRIVATE KEY" => OpenSshKey.Read(der),
                "RSA PRIVATE KEY" => ReadRsa(der),
                "EC PRIVATE KEY" => ReadEc(der, null),
                "DSA PRIVATE KEY" => ReadDsa(der),
                "ENCRYPTED PRIVATE KEY" => ReadSequence(der, 2) ? [new Fact("keyKind", "pkcs8"), new Fact("encrypted", "true")] : null,
                _ => ReadPkcs8(der),
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static string Kind(string label) => label.Replace(" PRIVATE KEY", "", StringComparison.Ordinal).ToLowerInvariant();

    // RSAPrivateKey: https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2
    private static List<Fact> ReadRsa(ReadOnlyMemory<byte> der)
    {
        var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        key.ReadInteger();
        var modulus = key.ReadIntegerBytes();
        var exponent = key.ReadIntegerBytes();
        var fingerprint = SshWire.Fingerprint("ssh-rsa", exponent.Span, modulus.Span);
        return Facts("rsa", fingerprint, new Fact("bits", $"{BitLength(modulus.Span)}"));
    }

    // As OpenSSL writes it: version, p, q, g, y, x.
    private static List<Fact> ReadDsa(ReadOnlyMemory<byte> der)
    {
        var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        key.ReadInteger();
        ReadOnlyMemory<byte> p = key.ReadIntegerBytes(), q = key.ReadIntegerBytes(), g = key.ReadIntegerBytes(), y = key.ReadIntegerBytes();
        key.ReadIntegerBytes();
        return Facts("dsa", SshWire.Fingerprint("ssh-dss", p.Span, q.Span, g.Span, y.Span), new Fact("bits", $"{BitLength(p.Span)}"));
    }

    // ECPrivateKey: https://www.rfc-editor.org/rfc/rfc5915
    private static List<Fact>? ReadEc(ReadOnlyMemory<byte> der, string? curve)
    {
        var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        key.ReadInteger();
        key.ReadOctetString();
        byte[]? point = null;
        while (key.HasData)
        {
            var tag = key.PeekTag();
            if (tag.TagClass != TagClass.ContextSpecific)
            {
                return null;
            }

            var inner = key.ReadSequence(tag);
            if (tag.TagValue == 0 && inner.HasData && inner.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
            {
                curve = inner.ReadObjectIdentifier();
            }
            else if (tag.TagValue == 1)
            {
                point = inner.ReadBitString(out _);
            }
        }

        var name = CurveName(curve);
        var fingerprint = point is null || name is null ? null : SshWire.Fingerprint($"ecdsa-sha2-{name}", System.Text.Encoding.ASCII.GetBytes(name), point);
        return Facts("ec", fingerprint, new Fact("curve", name ?? curve ?? "unknown"));
    }

    // PrivateKeyInfo: https://www.rfc-editor.org/rfc/rfc5208
    private static List<Fact>? ReadPkcs8(ReadOnlyMemory<byte> der)
    {
        var info = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        info.ReadInteger();
        var algorithm = info.ReadSequence();
        var id = algorithm.ReadObjectIdentifier();
        var key = info.ReadOctetString();
        return id switch
        {
            RsaEncryption => ReadRsa(key),
            EcPublicKey => ReadEc(key, algorithm.HasData && algorithm.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier) ? algorithm.ReadObjectIdentifier() : null),
            "1.3.101.112" => Facts("ed25519", null),
            "1.3.101.110" => Facts("x25519", null),
            "1.3.101.113" => Facts("ed448", null),
            "1.2.840.10040.4.1" => Facts("dsa", null),
            _ => Facts(id, null),
        };
    }

    private static bool ReadSequence(ReadOnlyMemory<byte> der, int parts)
    {
        var sequence = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        var count = 0;
        for (; sequence.HasData; count++)
        {
            sequence.ReadEncodedValue();
        }

        return count >= parts;
    }

    private static List<Fact> Facts(string kind, string? fingerprint, params ReadOnlySpan<Fact> more)
    {
        List<Fact> facts = [new("keyKind", kind), .. more, new("encrypted", "false")];
        if (fingerprint is not null)
        {
            facts.Add(new Fact("publicKeyFingerprint", fingerprint));
        }

        return facts;
    }

    private static int BitLength(ReadOnlySpan<byte> number)
    {
        var trimmed = number.TrimStart((byte)0);
        return trimmed.IsEmpty ? 0 : trimmed.Length * 8 - System.Numerics.BitOperations.LeadingZeroCount(trimmed[0]) + 24;
    }

    private static string? CurveName(string? id) => id switch
    {
        "1.2.840.10045.3.1.7" => "nistp256",
        "1.3.132.0.34" => "nistp384",
        "1.3.132.0.35" => "nistp521",
        _ => null,
    };
}
