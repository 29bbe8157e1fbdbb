using System.Globalization;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// GitLab's routable tokens: prefix, base64url payload, <c>.</c> version <c>.</c> (the first tokens had none) payload length (two characters, base 36), CRC-32
/// of all before it (seven characters, base 36). The payload is 16 random bytes, "key:value" lines (o organisation, g group, p project, u user, t topology,
/// c cell; numbers in base 36) and one length byte; without a version the lines stand first.
/// <see href="https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/"/>
/// </summary>
internal sealed class GitLabRoutable : IProof
{
    private const int ChecksumLength = 7;

    // ".", two characters of length, the checksum; before it ".", two characters of version.
    private const int UnversionedTail = 1 + 2 + ChecksumLength;
    private const int VersionedTail = 1 + 2 + UnversionedTail;
    private const int RandomBytes = 16;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public string Name => "gitlab-routable";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var tail = dot < 0 ? 0 : text.Length - dot;
        if (tail is not (VersionedTail or UnversionedTail))
        {
            return ProofResult.Silent;
        }

        var holds = text.EndsWith(Of(text[..^ChecksumLength]), StringComparison.Ordinal);
        return ProofResult.Checksum(holds, holds ? Routing(text[..dot], isVersioned: tail == VersionedTail) : []);
    }

    public string? Complete(string text) => Of(text);

    private static string Of(string text)
    {
        var value = Crc32.Of(Encoding.Latin1.GetBytes(text));
        var checksum = new char[ChecksumLength];
        for (var i = ChecksumLength - 1; i >= 0; i--)
        {
            checksum[i] = Digits[(int)(value % 36)];
            value /= 36;
        }

        return new string(checksum);
    }

    private static IReadOnlyList<Fact> Routing(string prefixed, bool isVersioned)
    {
        var payload = prefixed[(prefixed.IndexOf('-', StringComparison.Ordinal) + 1)..];
        if (Base64Text.Decode(payload) is not { Length: > RandomBytes } bytes)
        {
            return [];
        }

        var routing = isVersioned ? bytes.AsSpan(RandomBytes..^1) : bytes.AsSpan(..^(RandomBytes + 1));
        var lines = Encoding.ASCII.GetString(routing).Split('\n');
        return [.. lines.Select(ToFact).OfType<Fact>()];
    }

    private static Fact? ToFact(string line)
    {
        var name = line.Length < 3 || line[1] != ':' ? null : line[0] switch
        {
            'o' => "organizationId",
            'g' => "groupId",
            'p' => "projectId",
            'u' => "userId",
            'c' => "cellId",
            _ => null,
        };
        if (name is null)
        {
            return null;
        }

        var value = 0L;
        foreach (var c in line.AsSpan(2))
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || line.Length > 14)
            {
                return null;
            }

            value = value * 36 + digit;
        }

        return new Fact(name, value.ToString(CultureInfo.InvariantCulture));
    }
}
