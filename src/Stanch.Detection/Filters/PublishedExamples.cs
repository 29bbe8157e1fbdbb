using System.Buffers.Binary;
using System.Collections.Frozen;
using Stanch.Detection.Hashing;

namespace Stanch.Detection.Filters;

/// <summary>
/// Values that a provider's documentation or an emulator publishes for everyone: in code they are copied examples, seldom leaks, and cost evidence. Kept as the first eight bytes of
/// their SHA-256, so that no scanner, this one included, stumbles over the list. A new entry: <c>printf %s VALUE | sha256sum | cut -c1-16</c>, where VALUE is
/// what follows the format's fixed prefix.
/// </summary>
internal static class PublishedExamples
{
    private const int Longest = 512;

    private static readonly FrozenSet<ulong> Known = new ulong[]
    {
        0x6788A77725033B68, // AWS documentation, the access key of most examples
        0x6458DC4000011E42, // AWS documentation, a second access key
        0x78314B11BE2E5815, // AWS documentation, its secret key
        0xE8A0614B6747A06F, // AWS documentation, its secret key as older pages print it
        0xE21B597BA6B9CAFA, // AWS documentation, a second secret key
        0x7E498F91828A193C, // GitHub documentation, OAuth apps
        0x86007EB367696D32, // GitHub documentation, OAuth apps, the older token
        0x153A182586451358, // Stripe documentation, the test key of every example
        0x74E11884B07B1D51, // Stripe documentation, the older test key
        0x6C96130F130AB0D6, // RFC 6749, access token
        0x00CF4C781DC37003, // RFC 6749, refresh token
        0x53F5DA0AAA93D64C, // RFC 6749, client secret
        0xE9974C507D2A8021, // RFC 6749, client secret of section 2.3.1
        0xB8E148545B13C78B, // RFC 6750, bearer token
        0xCF4D418ED3DE92D7, // RFC 7617, basic authentication
        0xAD62D48D8B069026, // MDN, basic authentication
        0x0011CC25EB432071, // Azure Storage Emulator and Azurite, the key of the well-known account
        0xAA6547439583C3A2, // Azure Cosmos DB Emulator, the well-known key
        0x731FA294D036E54F, // Telegram documentation, bots
        0x7F75367E78812551, // jwt.io, the token of its first page
        0xDA816F9F2C16E6C5, // jwt.io, the same with a claim admin
        0xC794FA6D20C64EFB, // jwt.io, the same with its later signature
        0x763BA1BA65CC8738, // SHA-1 of "foo", which tests of password hashing assign
        0xEFA4EE6985ABA793, // MD5 of "foo", which tests of password hashing assign
        0x168601827C50B370, // SHA-1 of "test", which tests of password hashing assign
        0x52BBEA75EE75A6F1, // MD5 of "test", which tests of password hashing assign
        0x0D287772DFCED309, // SHA-1 of "password", which tests of password hashing assign
        0x3F2CD8E57B096FE7, // MD5 of "password", which tests of password hashing assign
        0x4B769966D13255DE, // WordPress, the documentation of wp_salt, and the seven below
        0x8F8F9D06A40FBFB8,
        0x6A5EB905E55EB7B2,
        0x85B202A179E10732,
        0x108741B452893A93,
        0x5B225527D22F46B2,
        0x3FF075AE6F33EC23,
        0x775F6CA2C96D4D2A,
        0xE71C004C52672AB6, // Docker documentation, swarm join tokens, and the five below
        0x2AD9875DFC06C3FF,
        0x53255548CD9EF076,
        0xF6AB6A6CAE7C0335,
        0x8A3E7477701BA070,
        0x4D69598B78C8BCFE,
    }.ToFrozenSet();

    /// <summary>True for a published value, given without the prefix that all secrets of its format share.</summary>
    public static bool Contains(ReadOnlySpan<byte> value)
    {
        if (value.Length > Longest)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[Sha256.HashLength];
        Sha256.Hash(value, hash);
        return Known.Contains(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }
}
