using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// An Agora token of version 007: base 64 of a zlib stream, in it a signature, the application's id, when it was issued, how many seconds it lasts, and what it grants.
/// Texts have their length before them in two bytes; all numbers are low byte first.
/// <see href="https://github.com/AgoraIO/Tools/blob/master/DynamicKey/AgoraDynamicKey/nodejs/src/AccessToken2.js"/>
/// </summary>
internal sealed class AgoraToken : IProof
{
    private const string Version = "007";
    private const int SignatureLength = 32;
    private const int ApplicationIdLength = 32;
    private const int TimeAt = sizeof(ushort) + SignatureLength + sizeof(ushort) + ApplicationIdLength;
    private const int HeadLength = TimeAt + 2 * sizeof(uint);

    public string Name => "agora-token";

    public ProofResult Check(ProofInput input)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        var text = input.Text;
        return text.StartsWith(Version, StringComparison.Ordinal) && Base64Text.Decode(text.AsSpan(Version.Length..)) is { } bytes && TryInflate(bytes, head) && IsHead(head)
            ? ProofResult.Structure(FactsOf(head))
            : new ProofResult(ProofOutcome.Fails, Reason.StructureFails);
    }

    private static bool TryInflate(byte[] bytes, Span<byte> head)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsHead(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadUInt16LittleEndian(head) == SignatureLength
        && BinaryPrimitives.ReadUInt16LittleEndian(head[(TimeAt - ApplicationIdLength - sizeof(ushort))..]) == ApplicationIdLength
        && IsHexadecimal(head[(TimeAt - ApplicationIdLength)..TimeAt]);

    private static bool IsHexadecimal(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return false;
            }
        }

        return true;
    }

    private static Fact[] FactsOf(ReadOnlySpan<byte> head)
    {
        var issued = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32LittleEndian(head[TimeAt..]));
        var expires = issued.AddSeconds(BinaryPrimitives.ReadUInt32LittleEndian(head[(TimeAt + sizeof(uint))..]));
        return
        [
            new Fact("applicationId", Encoding.ASCII.GetString(head[(TimeAt - ApplicationIdLength)..TimeAt])),
            new Fact("issued", Instants.ToText(issued)),
            new Fact("expires", Instants.ToText(expires)),
        ];
    }
}
