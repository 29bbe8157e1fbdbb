using System.Buffers.Binary;
using System.Globalization;

namespace Stanch.Detection.Proofs;

/// <summary>
/// AWS access key ids of today's form name their account: characters 5 and on are base 32; the first six bytes, masked and shifted by seven bits, are the
/// twelve-digit account number. Ids of the old forms (fifth character a letter below 'Q') do not.
/// </summary>
internal sealed class AwsAccountId : IProof
{
    private const int PrefixLength = 4;
    private const long Mask = 0x7fffffffff80;
    private const long MostAccounts = 999_999_999_999;

    private static ReadOnlySpan<byte> SignedBy => "X-Amz-Credential="u8;

    public string Name => "aws-account-id";

    public int ReachBefore => SignedBy.Length;

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;

        // AWS spells its examples so; and an id is base 32, which has no 0, 1, 8 and 9.
        if (text.EndsWith("EXAMPLE", StringComparison.Ordinal) || text.AsSpan().ContainsAny("0189") || IsInSignedAddress(input))
        {
            return ProofResult.Rejected;
        }

        if (text.Length < 20 || text[PrefixLength] is >= 'A' and < 'Q' || Base32.Decode(text.AsSpan(PrefixLength), out _) is not { Length: >= 6 } bytes)
        {
            return ProofResult.Silent;
        }

        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        bytes.AsSpan(0, 6).CopyTo(padded[2..]);
        var account = (BinaryPrimitives.ReadInt64BigEndian(padded) & Mask) >> 7;
        if (account > MostAccounts)
        {
            return ProofResult.Silent;
        }

        return ProofResult.Told(new Fact("accountId", account.ToString("D12", CultureInfo.InvariantCulture)), new Fact("keyKind", KindOf(text)));
    }

    // X-Amz-Credential=ID/20261124/…: everyone who was sent a signed address may see the id in it.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    private static bool IsInSignedAddress(ProofInput input) =>
        input.Content[Math.Max(0, input.SecretStart - SignedBy.Length)..input.SecretStart].SequenceEqual(SignedBy);

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    private static string KindOf(string text) => text[..PrefixLength] switch
    {
        "AKIA" => "access key",
        "ASIA" => "temporary access key",
        "ABIA" => "bearer token",
        "ACCA" => "context-specific credential",
        _ => "identifier",
    };
}
