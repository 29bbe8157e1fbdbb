using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

/// <summary>Each formula against an implementation of its own, written from its description.</summary>
public sealed class ChecksumProofTests
{
    private const string Base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Base36Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly Gen<string> Base62 = Gen.Char[Base62Digits].Array[30].Select(characters => new string(characters));

    [Fact]
    public void Crc32HasItsPublishedCheckValue() => Crc32.Of("123456789"u8).ShouldBe(0xCBF43926);

    [Fact]
    public void Crc32IsThatOfTheDefinition() => Gen.Byte.Array[0, 100].Sample(bytes => Crc32.Of(bytes) == ProofText.SlowCrc32(bytes));

    [Theory]
    [InlineData("github-checksum", "ghp_")]
    [InlineData("npm-checksum", "npm_")]
    [InlineData("crc32-base62", "nbp_")]
    [InlineData("jwt-github-app", "ghs_")]
    public void AClassicTokenEndsInItsChecksum(string proof, string prefix) => Base62.Sample(random =>
    {
        var token = prefix + random + ProofText.InBase(ProofText.SlowCrc32(Encoding.ASCII.GetBytes(random)), Base62Digits, 6);
        token.Length.ShouldBe(40);
        Holds(proof, token);
        FailsWhenChanged(proof, token, prefix.Length);
        ProofText.Completed(proof, prefix + random).ShouldBe(token);
    });

    [Fact]
    public void AGrafanaServiceAccountTokenEndsInItsChecksum() => Gen.Char[Base62Digits].Array[32].Sample(random =>
    {
        var body = $"glsa_{new string(random)}";
        var crc = ProofText.SlowCrc32(Encoding.ASCII.GetBytes(body));
        var token = $"{body}_{crc & 0xFF:x2}{crc >> 8 & 0xFF:x2}{crc >> 16 & 0xFF:x2}{crc >> 24:x2}";
        Holds("grafana-checksum", token);
        FailsWhenChanged("grafana-checksum", token, 5);
        ProofText.Completed("grafana-checksum", body + "_").ShouldBe(token);
    });

    [Fact]
    public void AGrafanaCloudTokenNamesItsOrganisation()
    {
        var token = "glc_" + Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"o":"1234","n":"stack-a","k":"{{Guid.NewGuid():N}}" }"""));
        var result = ProofText.Check("grafana-checksum", token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("organizationId").ShouldBe("1234");
        result.Fact("tokenName").ShouldBe("stack-a");
    }

    [Theory]
    [InlineData("""{"k":"\ud800"}""")]
    [InlineData("""{"k":1,"n":"\udc00"}""")]
    [InlineData("""{"\ud800":1,"k":1}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void JsonThatIsNoTextIsNoGrafanaToken(string json) => Should.NotThrow(() => ProofText.Check("grafana-checksum", "glc_" + Convert.ToBase64String(Encoding.UTF8.GetBytes(json))));

    // https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
    [Fact]
    public void AGitLabRoutableTokenOfVersionOneNamesWhereItBelongs() => Gen.Select(Gen.Byte.Array[16], Gen.Int[1, 9_999_999], Gen.Int[1, 99_999], Gen.Bool).Sample((random, organization, user, countsRandom) =>
    {
        var lines = $"c:1\no:{ProofText.InBase((ulong)organization, Base36Digits, 1)}\nt:2\nu:{ProofText.InBase((ulong)user, Base36Digits, 1)}";
        var payload = ProofText.Base64Url([.. random, .. Encoding.ASCII.GetBytes(lines), (byte)(countsRandom ? 16 : lines.Length)]);
        var token = WithGitLabChecksum($"glpat-{payload}.01.{ProofText.InBase((ulong)payload.Length, Base36Digits, 2)}");
        CheckRouting(token, organization, user);
    });

    [Fact]
    public void AGitLabRoutableTokenWithoutAVersionHasItsLinesFirst() => Gen.Select(Gen.Byte.Array[16], Gen.Int[1, 9_999_999], Gen.Int[1, 99_999]).Sample((random, organization, user) =>
    {
        var lines = $"c:1\no:{ProofText.InBase((ulong)organization, Base36Digits, 1)}\nu:{ProofText.InBase((ulong)user, Base36Digits, 1)}";
        var payload = ProofText.Base64Url([.. Encoding.ASCII.GetBytes(lines), .. random, 16]);
        var token = WithGitLabChecksum($"glpat-{payload}.{ProofText.InBase((ulong)payload.Length, Base36Digits, 2)}");
        CheckRouting(token, organization, user);
    });

    [Fact]
    public void AnAzureDevOpsTokenHidesItsChecksumAmongItsBytes() => Gen.Select(Gen.Byte.Array[28], Gen.Bool).Sample((random, isUser) =>
    {
        var check = ProofText.SlowCrc32(random) ^ (isUser ? 0xE0B9692Du : 0x1019F92Eu);
        byte[] bytes = [.. random[..2], (byte)(check >> 24), .. random[2..6], (byte)(check >> 16), (byte)(check >> 8), .. random[6..19], (byte)check, .. random[19..]];
        var token = ProofText.Base32(bytes)[..52].ToLowerInvariant();
        var result = ProofText.Check("azure-devops-pat", token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("tokenKind").ShouldBe(isUser ? "user" : "application");
        FailsWhenChanged("azure-devops-pat", token, 0, token.Length - 1);
    });

    // https://github.com/nats-io/nkeys: prefix bytes, 32 bytes of seed, CRC-16 (XMODEM) low byte first.
    [Fact]
    public void ANatsSeedEndsInItsCrc16() => Gen.Byte.Array[32].Sample(seed =>
    {
        byte[] raw = [18 << 3 | 20 << 3 >> 5, (20 << 3 & 31) << 3, .. seed];
        var crc = SlowCrc16(raw);
        var token = ProofText.Base32([.. raw, (byte)crc, (byte)(crc >> 8)]);
        token.ShouldStartWith("S");
        Holds("nkey-crc16", token);
        FailsWhenChanged("nkey-crc16", token, 2, token.Length - 1);
    });

    [Theory]
    [InlineData("atlassian-checksum", "ATATT3xFfGF0")]
    [InlineData("crc32-suffix", "zpka_")]
    public void ATokenEndsInTheCrc32OfAllBeforeIt(string proof, string prefix) => Base62.Sample(random =>
    {
        var body = prefix + random;
        var token = body + ProofText.SlowCrc32(Encoding.ASCII.GetBytes(body)).ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
        Holds(proof, token);
        ProofText.Check(proof, ProofText.Mutated(token, prefix.Length + 3)).Outcome.ShouldBe(ProofOutcome.Silent);
        Holds(proof, ProofText.Completed(proof, body));
    });

    // Examples of the bech32 proposal that are no keys: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
    [Theory]
    [InlineData("A12UEL5L", true)]
    [InlineData("a12uel5l", true)]
    [InlineData("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", true)]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", true)]
    [InlineData("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3x", false)]
    [InlineData("1nwldj5", false)]
    [InlineData("x1b4n0q5v", false)]
    public void Bech32IsThatOfTheProposal(string text, bool holds) => (ProofText.Check("age-bech32", text).Outcome == ProofOutcome.Holds).ShouldBe(holds);

    // A key of twelve-digit account number N has N in bits 7 to 46 of its first six bytes.
    [Fact]
    public void AnAwsKeyNamesItsAccount() => Gen.Select(Gen.Long[0, 999_999_999_999], Gen.Byte.Array[4], Gen.Int[0, 127]).Sample((account, random, low) =>
    {
        var six = 1L << 47 | account << 7 | (long)low;
        var key = "AKIA" + ProofText.Base32([.. BitConverter.GetBytes(six).Reverse().Skip(2), .. random]);
        key.Length.ShouldBe(20);
        var result = ProofText.Check("aws-account-id", key);
        result.Outcome.ShouldBe(ProofOutcome.Silent);
        result.Fact("accountId").ShouldBe(account.ToString("D12", System.Globalization.CultureInfo.InvariantCulture));
        result.Fact("keyKind").ShouldBe("access key");
    });

    [Theory]
    [InlineData("22ABCDEFGEXAMPLE")]
    [InlineData("Q0ABCDEFGHIJKLMN")]
    [InlineData("QABCDEFGHIJKLMN9")]
    public void AnAwsKeyThatAwsCannotHaveMadeIsNone(string random) => ProofText.Check("aws-account-id", "AKIA" + random).Outcome.ShouldBe(ProofOutcome.Rejects);

    [Fact]
    public void AnAwsKeyOfTheOldFormNamesNone() => ProofText.Check("aws-account-id", "AKIAI" + new string('A', 15)).Facts.ShouldBeEmpty();

    private static string WithGitLabChecksum(string text) => text + ProofText.InBase(ProofText.SlowCrc32(Encoding.ASCII.GetBytes(text)), Base36Digits, 7);

    private static void CheckRouting(string token, int organization, int user)
    {
        var result = ProofText.Check("gitlab-routable", token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("organizationId").ShouldBe($"{organization}");
        result.Fact("userId").ShouldBe($"{user}");
        result.Fact("cellId").ShouldBe("1");
        FailsWhenChanged("gitlab-routable", token, 6, token.LastIndexOf('.') - 3);
        ProofText.Completed("gitlab-routable", token[..^7]).ShouldBe(token);
    }

    private static void Holds(string proof, string token)
    {
        var result = ProofText.Check(proof, token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Reason.ShouldBe(Reason.Checksum);
    }

    private static void FailsWhenChanged(string proof, string token, int from, int to = -1)
    {
        for (var i = from; i < (to < 0 ? token.Length : to); i++)
        {
            if (char.IsAsciiLetterOrDigit(token[i]))
            {
                ProofText.Check(proof, ProofText.Mutated(token, i)).Outcome.ShouldNotBe(ProofOutcome.Holds, $"changed at {i}");
            }
        }
    }

    private static int SlowCrc16(byte[] bytes)
    {
        var crc = 0;
        foreach (var bit in bytes.SelectMany(b => Enumerable.Range(0, 8).Select(i => b >> (7 - i) & 1)))
        {
            var top = crc >> 15 ^ bit;
            crc = (crc << 1 ^ (top != 0 ? 0x1021 : 0)) & 0xFFFF;
        }

        return crc;
    }
}
