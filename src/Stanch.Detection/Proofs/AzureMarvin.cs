using System.Buffers.Binary;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Azure's identifiable keys: base 64 whose last four bytes are the Marvin checksum of those before, under a seed that says the service and the kind of key.
/// <see href="https://github.com/microsoft/security-utilities"/>
/// </summary>
internal sealed class AzureMarvin : IProof
{
    private static readonly (string Seed, string Kind)[] Seeds =
    [
        ("Default0", "storage account key"), ("AbAcct00", "batch account key"), ("Master00", "functions master key"), ("System00", "system key"), ("Functi00", "functions key"),
        ("MastRW00", "read-write master key"), ("MastRO00", "read-only master key"), ("SystRW00", "read-write system key"), ("SystRO00", "read-only system key"), ("Access00", "cache access key"),
        ("Query000", "query key"), ("PAdmin00", "admin key"), ("Send0000", "send key"), ("Manage00", "manage key"), ("Listen00", "listen key"), ("Unknown0", "messaging key"),
        ("IoTHub00", "IoT hub key"), ("DpsKey00", "device provisioning key"), ("Device00", "device key"), ("Tenant00", "management key"), ("Gateway00", "gateway key"), ("GitKey00", "repository key"),
        ("ACRDflt0", "registry key"), ("Classic0", "web service key"), ("UsrPwd00", "SQL password"), ("SysAll00", "system key"), ("Resour00", "resource key"), ("Encryp00", "data encryption key"),
    ];

    // Signatures stand in the text of the key, at an offset that its length fixes.
    private static readonly string[] Signatures = ["+ASt", "ACDb", "+ASb", "+AEh", "+ARm", "AIoT", "AzFu", "AzSe", "APIM", "+ACR", "AZEG", "+ABa", "AzCa", "+AMC", "+SQL"];

    public string Name => "azure-marvin";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (!HasSignature(text) || Base64Text.Decode(text) is not { Length: > 8 } bytes)
        {
            return ProofResult.Silent;
        }

        var expected = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(^4));
        foreach (var (seed, kind) in Seeds)
        {
            if (Marvin.Of(bytes.AsSpan(..^4), ToSeed(seed)) == expected)
            {
                return ProofResult.Checksum(true, new Fact("keyKind", kind));
            }
        }

        return ProofResult.Checksum(false);
    }

    // Only whole groups of four characters can be completed: the text before is decoded, and four checksum bytes follow in base 64.
    public string? Complete(string text)
    {
        var bytes = Base64Text.Decode(text) ?? [];
        var all = new byte[bytes.Length + 4];
        bytes.CopyTo(all, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(all.AsSpan(bytes.Length), Marvin.Of(bytes, ToSeed(Seeds[0].Seed)));
        return Convert.ToBase64String(all)[(text.Length / 4 * 4)..];
    }

    private static bool HasSignature(string text) => Array.Exists(Signatures, signature => text.Contains(signature, StringComparison.Ordinal));

    private static ulong ToSeed(string text) => BinaryPrimitives.ReadUInt64BigEndian(Encoding.ASCII.GetBytes(text.PadRight(8, '0')).AsSpan(0, 8));
}
