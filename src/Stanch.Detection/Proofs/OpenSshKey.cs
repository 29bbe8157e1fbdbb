using System.Buffers.Binary;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>OpenSSH's own private key file, whose public half is in clear. <see href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key"/></summary>
internal static class OpenSshKey
{
    public static IReadOnlyList<Fact>? Read(ReadOnlySpan<byte> data)
    {
        var magic = "openssh-key-v1\0"u8;
        if (!data.StartsWith(magic))
        {
            return null;
        }

        var rest = data[magic.Length..];
        if (!SshWire.TryTake(ref rest, out var cipher) || !SshWire.TryTake(ref rest, out _) || !SshWire.TryTake(ref rest, out _)
            || rest.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32BigEndian(rest) != 1)
        {
            return null;
        }

        rest = rest[sizeof(uint)..];
        if (!SshWire.TryTake(ref rest, out var publicKey))
        {
            return null;
        }

        var fields = publicKey;
        var kind = SshWire.TryTake(ref fields, out var type) && type.Length < 64 ? Encoding.ASCII.GetString(type) : "unknown";
        List<Fact> facts = [new("keyKind", kind), new("encrypted", cipher.SequenceEqual("none"u8) ? "false" : "true")];
        if (SshWire.Fingerprint(publicKey) is { } fingerprint)
        {
            facts.Add(new Fact("publicKeyFingerprint", fingerprint));
        }

        return facts;
    }
}
