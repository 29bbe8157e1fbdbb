using System.Buffers.Binary;
using System.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Detection.Proofs;

/// <summary>Public keys as SSH writes them: fields with a length before each. <see href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6"/></summary>
internal static class SshWire
{
    /// <summary>The fingerprint of a key of these fields, as <c>ssh-keygen -l</c> prints it; null where the system has no SHA-256.</summary>
    public static string? Fingerprint(string type, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default, ReadOnlySpan<byte> fourth = default)
    {
        using var blob = new MemoryStream();
        Write(blob, Encoding.ASCII.GetBytes(type));
        Write(blob, first);
        Write(blob, second);
        if (!fourth.IsEmpty)
        {
            Write(blob, third);
            Write(blob, fourth);
        }

        return Fingerprint(blob.ToArray());
    }

    /// <summary>The fingerprint of a public key in its wire form.</summary>
    public static string Fingerprint(ReadOnlySpan<byte> blob) => $"SHA256:{Convert.ToBase64String(Sha256.Hash(blob)).TrimEnd('=')}";

    /// <summary>Takes one field off the front; false where there is none.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> field)
    {
        field = default;
        if (rest.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - sizeof(uint))
        {
            return false;
        }

        field = rest.Slice(sizeof(uint), (int)length);
        rest = rest[(sizeof(uint) + (int)length)..];
        return true;
    }

    private static void Write(MemoryStream stream, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)field.Length);
        stream.Write(length);
        stream.Write(field);
    }
}
