using System.Security.Cryptography;

namespace Stanch.Detection.Hashing;

/// <summary>HMAC-SHA-256 (https://www.rfc-editor.org/rfc/rfc2104), by the system's library where much is hashed and that is there. Of one thread.</summary>
public sealed class HmacSha256 : IDisposable
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = Sha256.HashLength;

    private readonly IncrementalHash? _system;
    private readonly Sha256 _inner = new();
    private readonly byte[] _key = new byte[Sha256.BlockLength];

    /// <param name="key">Of any length.</param>
    /// <param name="forMuch">Megabytes are to be hashed: the system's library pays.</param>
    public HmacSha256(ReadOnlySpan<byte> key, bool forMuch = false)
    {
        _system = forMuch && SystemCryptography.IsThere ? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key) : null;
        if (key.Length > Sha256.BlockLength)
        {
            Sha256.Hash(key, _key);
        }
        else
        {
            key.CopyTo(_key);
        }

        Pad(_inner, 0x36);
    }

    /// <summary>The hash of a short text under a key.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        using var hmac = new HmacSha256(key);
        hmac.Append(data);
        return hmac.Finish();
    }

    /// <summary>
    /// PBKDF2 (https://www.rfc-editor.org/rfc/rfc8018#section-5.2) with this hash, its first block: by the system's library where that is there, several times
    /// slower where it is not.
    /// </summary>
    /// <param name="length">Bytes of the result, at most <see cref="HashLength"/>.</param>
    public static byte[] Pbkdf2(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int rounds, int length) => SystemCryptography.IsThere
        ? Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, length)
        : Stretch(password, salt, rounds)[..length];

    /// <summary>Adds to what is hashed.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        if (_system is not null)
        {
            _system.AppendData(data);
        }
        else
        {
            _inner.Append(data);
        }
    }

    /// <summary>The hash of what was added; starts anew.</summary>
    public byte[] Finish()
    {
        if (_system is not null)
        {
            return _system.GetHashAndReset();
        }

        var hash = new byte[HashLength];
        _inner.Finish(hash);
        var outer = new Sha256();
        Pad(outer, 0x5c);
        outer.Append(hash);
        outer.Finish(hash);
        Pad(_inner, 0x36);
        return hash;
    }

    /// <inheritdoc/>
    public void Dispose() => _system?.Dispose();

    internal static byte[] Stretch(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int rounds)
    {
        using var hmac = new HmacSha256(password);
        hmac.Append(salt);
        hmac.Append([0, 0, 0, 1]);
        var last = hmac.Finish();
        byte[] result = [.. last];
        for (var round = 1; round < rounds; round++)
        {
            hmac.Append(last);
            last = hmac.Finish();
            for (var i = 0; i < HashLength; i++)
            {
                result[i] ^= last[i];
            }
        }

        return result;
    }

    private void Pad(Sha256 hash, byte with)
    {
        Span<byte> padded = stackalloc byte[Sha256.BlockLength];
        for (var i = 0; i < padded.Length; i++)
        {
            padded[i] = (byte)(_key[i] ^ with);
        }

        hash.Append(padded);
    }
}
