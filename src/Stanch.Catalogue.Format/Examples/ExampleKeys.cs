using System.Security.Cryptography;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>Makes private keys, one of each kind a process: what differs between two of them tells no detector anything.</summary>
internal static class ExampleKeys
{
    private const int RsaBits = 2048;
    private const int Ed25519SeedBytes = 32;

    // SEQUENCE { INTEGER 0, SEQUENCE { OID 1.3.101.112 }, OCTET STRING { OCTET STRING of 32 bytes } }: RFC 8410, section 7.
    private static readonly byte[] s_ed25519Header = Convert.FromHexString("302e020100300506032b657004220420");

    private static readonly Dictionary<string, Lazy<string>> s_byKind = new()
    {
        ["rsa"] = new(() => With(RSA.Create(RsaBits), key => key.ExportRSAPrivateKeyPem())),
        ["ec"] = new(() => With(ECDsa.Create(ECCurve.NamedCurves.nistP256), key => key.ExportECPrivateKeyPem())),
        ["ed25519"] = new(() => PemEncoding.WriteString("PRIVATE KEY", [.. s_ed25519Header, .. RandomNumberGenerator.GetBytes(Ed25519SeedBytes)])),
        ["pkcs8"] = new(() => With(RSA.Create(RsaBits), key => key.ExportPkcs8PrivateKeyPem())),
        ["openssh"] = new(() => With(ECDsa.Create(ECCurve.NamedCurves.nistP256), OpenSshKey.Write)),
        ["encrypted"] = new(() => With(ECDsa.Create(ECCurve.NamedCurves.nistP256), Encrypted)),
    };

    public static IReadOnlyCollection<string> Kinds => s_byKind.Keys;

    public static string Pem(string kind) => s_byKind[kind].Value;

    private static string With<T>(T key, Func<T, string> export)
        where T : IDisposable
    {
        using (key)
            return export(key);
    }

    private static string Encrypted(ECDsa key)
    {
        var password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        return key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
    }
}
