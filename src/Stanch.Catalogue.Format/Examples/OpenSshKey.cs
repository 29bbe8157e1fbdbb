using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>Writes an unencrypted key as OpenSSH does (https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key).</summary>
internal static class OpenSshKey
{
    private const string Type = "ecdsa-sha2-nistp256";
    private const string Curve = "nistp256";
    private const int LineLength = 70;
    private const int Block = 8;

    public static string Write(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        byte[] point = [4, .. parameters.Q.X!, .. parameters.Q.Y!];
        byte[] publicPart = [.. Text(Type), .. Text(Curve), .. Field(point)];
        byte[] file =
        [
            .. "openssh-key-v1\0"u8, .. Text("none"), .. Text("none"), .. Text(""), .. Number(1),
            .. Field(publicPart), .. Field(PrivatePart(publicPart, parameters.D!)),
        ];
        var lines = Convert.ToBase64String(file).Chunk(LineLength).Select(line => new string(line));
        return $"-----BEGIN OPENSSH PRIVATE KEY-----\n{string.Join('\n', lines)}\n-----END OPENSSH PRIVATE KEY-----";
    }

    private static byte[] PrivatePart(byte[] publicPart, byte[] scalar)
    {
        var check = RandomNumberGenerator.GetBytes(4);
        // A number whose first bit is set would be negative: it gets a zero byte before it.
        byte[] number = scalar[0] >= 0x80 ? [0, .. scalar] : scalar;
        byte[] content = [.. check, .. check, .. publicPart, .. Field(number), .. Text("example")];
        var padding = (Block - content.Length % Block) % Block;
        return [.. content, .. Enumerable.Range(1, padding).Select(i => (byte)i)];
    }

    private static byte[] Text(string text) => Field(Encoding.ASCII.GetBytes(text));

    private static byte[] Field(byte[] content) => [.. Number(content.Length), .. content];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
