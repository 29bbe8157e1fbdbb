using System.Buffers.Text;
using System.Security.Cryptography;
using Stanch.Detection.Hashing;

namespace Stanch.Sources.Git.Packs;

/// <summary>Says whether content is what an id names: the hash of its kind, length and bytes. Of one thread.</summary>
internal sealed class NameCheck(int idLength) : IDisposable
{
    private const int LongestHeader = 32;

    /// <summary>So much is hashed before the system's library is loaded, which takes as long (bytes).</summary>
    private const int MostOwn = 1 << 20;

    private IncrementalHash? _hash;
    private long _own;

    public bool Matches(ObjectId id, ObjectKind kind, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[LongestHeader];
        var name = ObjectKinds.Name(kind);
        name.CopyTo(header);
        header[name.Length] = (byte)' ';
        Utf8Formatter.TryFormat(content.Length, header[(name.Length + 1)..], out var digits);
        header[name.Length + 1 + digits] = 0;
        Span<byte> digest = stackalloc byte[Sha256.HashLength];
        return ObjectId.FromBytes(digest[..Hash(header[..(name.Length + 2 + digits)], content, digest)]) == id;
    }

    public void Dispose() => _hash?.Dispose();

    private int Hash(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content, Span<byte> digest)
    {
        if (_own + content.Length < MostOwn || !SystemCryptography.IsThere)
        {
            _own += content.Length;
            return HashOwn(header, content, digest);
        }
        // SHA-1 because that is what git names objects by; it protects nothing here but against damage.
        _hash ??= IncrementalHash.CreateHash(idLength == Sha1.HashLength ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        _hash.AppendData(header);
        _hash.AppendData(content);
        return _hash.TryGetHashAndReset(digest, out var length) ? length : 0;
    }

    private int HashOwn(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content, Span<byte> digest)
    {
        if (idLength == Sha1.HashLength)
        {
            Sha1.Hash(header, content, digest);
            return Sha1.HashLength;
        }
        var hash = new Sha256();
        hash.Append(header);
        hash.Append(content);
        hash.Finish(digest);
        return Sha256.HashLength;
    }
}
