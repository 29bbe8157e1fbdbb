using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Stanch.Sources.Git;

/// <summary>
/// The id of a git object, SHA-1 or SHA-256, as a value: no allocation in the sets that hold millions. A SHA-1 is padded with zeros; a
/// SHA-256 that ends in 96 zero bits is not going to be seen.
/// </summary>
internal readonly record struct ObjectId(ulong A, ulong B, ulong C, ulong D)
{
    public const int Sha1Hex = 40;
    public const int Sha256Hex = 64;

    /// <summary>True for the id of all zeros, which stands for "nothing there".</summary>
    public bool IsNull => (A | B | C | D) == 0;

    public byte FirstByte => (byte)(A >> 56);

    private int ByteLength => D == 0 && (uint)C == 0 ? Sha1Hex / 2 : Sha256Hex / 2;

    /// <summary>Reads 40 or 64 lower- or upper-case hexadecimal digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> hex, out ObjectId id)
    {
        id = default;
        if (hex.Length is not (Sha1Hex or Sha256Hex)) return false;
        Span<byte> bytes = stackalloc byte[Sha256Hex / 2];
        bytes.Clear();
        if (Convert.FromHexString(hex, bytes, out _, out _) != OperationStatus.Done) return false;
        id = FromBytes(bytes);
        return true;
    }

    /// <summary>Takes the 20 or 32 bytes of an id.</summary>
    public static ObjectId FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        bytes.Length == Sha1Hex / 2 ? (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]) << 32 : BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        bytes.Length == Sha1Hex / 2 ? 0 : BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public static bool TryParse(string hex, out ObjectId id) => TryParse(Encoding.ASCII.GetBytes(hex), out id);

    /// <summary>The null id for anything that is no id.</summary>
    public static ObjectId ParseOrNull(ReadOnlySpan<byte> hex) => TryParse(hex, out var id) ? id : default;

    /// <summary>Writes the digits and returns how many.</summary>
    public int Format(Span<byte> hex)
    {
        Span<byte> bytes = stackalloc byte[Sha256Hex / 2];
        Write(bytes);
        Convert.TryToHexStringLower(bytes[..ByteLength], hex, out var written);
        return written;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Sha256Hex / 2];
        Write(bytes);
        return Convert.ToHexStringLower(bytes[..ByteLength]);
    }

    /// <summary>The order of the ids' bytes.</summary>
    public int CompareTo(ObjectId other) =>
        A != other.A ? A.CompareTo(other.A) : B != other.B ? B.CompareTo(other.B) : C != other.C ? C.CompareTo(other.C) : D.CompareTo(other.D);

    public override int GetHashCode() => A.GetHashCode();

    /// <summary>Writes all 32 bytes; those of a SHA-1 are the first 20.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], D);
    }
}
