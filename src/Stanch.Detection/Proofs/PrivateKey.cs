using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Private keys. The pattern finds the header; this reads on to the end line, through line breaks that are escaped, quoted or indented, and parses what
/// stands between: which kind, encrypted or not, and the fingerprint of its public half, as <c>ssh-keygen -l</c> prints it.
/// </summary>
internal sealed class PrivateKey : IProof
{
    /// <summary>Most bytes from the header to the end line: an RSA key of 16,384 bits in JSON has 13,000.</summary>
    public const int Longest = 32 << 10;

    private const int LeastBody = 20;

    // An Ed25519 key in an OpenSSH file without comment has 288 characters of base 64, one alone in an armoured OpenPGP packet about 220.
    private const int LeastLongBody = 160;

    // A header that stands alone in prose or code is followed by something else soon.
    private const int LeastUnclosedBody = 64;
    private const int NameReach = 64;

    public string Name => "private-key";

    public bool WeighsStandIns => true;

    public int ReachBefore => NameReach;

    public int ReachAfter => Longest;

    public ProofResult Check(ProofInput input)
    {
        var rest = input.Content[input.MatchStart..Math.Min(input.Content.Length, input.MatchStart + Longest)];
        if (rest.StartsWith("PuTTY"u8))
        {
            return PuttyKey.Read(rest, input.MatchStart);
        }

        var block = PemBlock.Read(rest);
        var extent = input.MatchStart..(input.MatchStart + block.Length);
        if (block.IsEmpty || IsStandIn(block))
        {
            return ProofResult.Rejected;
        }

        if (KeyFacts.Read(block) is { } facts)
        {
            return ProofResult.Structure(facts) with { Extent = extent };
        }

        return block.Body.Length < LeastOf(block) || NameSaysFake(input)
            ? ProofResult.Rejected
            : new ProofResult(ProofOutcome.Fails, Reason.StructureFails) { Extent = extent, Facts = [new Fact("keyKind", block.Label.ToLowerInvariant())] };
    }

    private static int LeastOf(PemBlock block) =>
        !block.IsClosed ? LeastUnclosedBody : block.Label.StartsWith("OPENSSH", StringComparison.Ordinal) || block.Label.StartsWith("PGP", StringComparison.Ordinal) ? LeastLongBody : LeastBody;

    private static bool IsStandIn(PemBlock block) =>
        Placeholders.IsPlaceholder(Encoding.Latin1.GetBytes(block.RawBody.Trim())) && block.Body.Length < 200
        || (Base64Text.Decode(block.Body) is { Length: < 100 } decoded && decoded.All(b => b is >= 0x20 and < 0x7F) && (Placeholders.IsPlaceholder(decoded) || Placeholders.IsMadeUp(decoded)));

    // fake_cert = '-----BEGIN …': believed where the body is no key.
    private static bool NameSaysFake(ProofInput input)
    {
        var before = input.Content[Math.Max(0, input.MatchStart - NameReach)..input.MatchStart];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..].TrimEnd(" \t'\"`=:(,>"u8);
        var start = line.Length;
        while (start > 0 && AssignmentReader.IsName(line[start - 1]))
        {
            start--;
        }

        return start < line.Length && (NameWords.RoleOf(line[start..]) == NameRole.Fake || line[start..].StartsWith("test"u8));
    }
}
