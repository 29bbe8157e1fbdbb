using System.Buffers.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Policy;

/// <summary>
/// The key of a project's fingerprints: 32 random bytes, written in base64url. It is no credential: whoever has it can test a guess against
/// a fingerprint, and that is all. Keep it out of a repository that is public (<c>fingerprintKeyFile</c>).
/// </summary>
public sealed class FingerprintKey
{
    internal const string Malformed = "the fingerprint key is not 32 bytes in base64url; make one with 'stanch baseline create'";

    private const int Length = 32;
    private const int IdLength = 6;

    private readonly byte[] _bytes;

    private FingerprintKey(byte[] bytes) => _bytes = bytes;

    /// <summary>Names the key without giving it away, so that a baseline made with another one is noticed.</summary>
    public string Id => Base64Url.EncodeToString(HmacSha256.Hash(_bytes, "stanch fingerprint key"u8).AsSpan(0, IdLength));

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Makes a new random key.</summary>
    public static FingerprintKey Create() => new(SystemCryptography.RandomBytes(Length));

    /// <summary>Reads a key; null when the text is none.</summary>
    public static FingerprintKey? TryParse(string text)
    {
        var bytes = new byte[Length];
        var trimmed = text.AsSpan().Trim();
        return Base64Url.IsValid(trimmed, out var length) && length == Length && Base64Url.TryDecodeFromChars(trimmed, bytes, out _) ? new FingerprintKey(bytes) : null;
    }

    /// <summary>The key as it is written in a configuration or a key file.</summary>
    public string Export() => Base64Url.EncodeToString(_bytes);

    public override string ToString() => $"key {Id}";
}
