using System.Buffers.Text;
using System.Security.Cryptography;

namespace Stanch.Sources.Git.Packs;

/// <summary>Says whether content is what an id names: the hash of its kind, length and bytes.</summary>
internal sealed class NameCheck(int idLength) : IDisposable
{
    private const int Sha1Length = 20;
    private const int LongestHeader = 32;

    // SHA-1 because that is what git names objects by; it protects nothing here but against damage.
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(idLength == Sha1Length ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);

    public bool Matches(ObjectId id, ObjectKind kind, ReadOnlySpan<byte> content)
    {
        Span<byte> header = stackalloc byte[LongestHeader];
        var name = ObjectKinds.Name(kind);
        name.CopyTo(header);
        header[name.Length] = (byte)' ';
        Utf8Formatter.TryFormat(content.Length, header[(name.Length + 1)..], out var digits);
        header[name.Length + 1 + digits] = 0;
        _hash.AppendData(header[..(name.Length + 2 + digits)]);
        _hash.AppendData(content);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        return _hash.TryGetHashAndReset(digest, out var length) && ObjectId.FromBytes(digest[..length]) == id;
    }

    public void Dispose() => _hash.Dispose();
}
