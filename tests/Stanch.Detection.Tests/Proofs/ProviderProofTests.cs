using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

/// <summary>Formats that one provider publishes, or that its published examples have. What stands here as an example stands in public documentation, and is put together from parts.</summary>
public sealed class ProviderProofTests
{
    private const string Base58Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string CrockfordDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly Gen<string> Alphanumeric = Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"].Array[54].Select(characters => new string(characters));

    [Fact]
    public void CastagnolisCrcHasItsPublishedCheckValue() => Crc32.Castagnoli("123456789"u8).ShouldBe(0xE3069283);

    // https://en.wikipedia.org/wiki/MurmurHash#Test_vectors, seed zero
    [Theory]
    [InlineData("", 0u)]
    [InlineData("test", 0xBA6BD213u)]
    [InlineData("Hello, world!", 0xC0363E43u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x2E4FF723u)]
    public void MurmurHasItsPublishedValues(string text, uint hash) => Murmur3.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(hash);

    [Fact]
    public void AConfluentSecretEndsInItsChecksum() => Alphanumeric.Sample(random =>
    {
        var crc = ProofText.SlowCrc32(Encoding.ASCII.GetBytes(random));
        var token = $"cflt{random}{Convert.ToBase64String([(byte)crc, (byte)(crc >> 8), (byte)(crc >> 16), (byte)(crc >> 24)])[..6]}";
        Weighs("confluent-checksum", token, from: 4, to: token.Length - 6);
        ProofText.Completed("confluent-checksum", token[..^6]).ShouldBe(token);
    });

    // https://docs.confluent.io/cloud/current/client-apps/api-keys.html
    [Fact]
    public void TheExampleOfConfluentHolds() =>
        ProofText.Check("confluent-checksum", string.Concat("cflt", "T8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQ", "m9q7w6SjzZ12wZfwjaJdip", "HZtDjw")).Outcome.ShouldBe(ProofOutcome.Holds);

    [Fact]
    public void AYandexStaticKeyEndsInItsChecksum() => Gen.Byte.Array[24].Sample(random =>
    {
        byte[] body = [0x60, 0x23, .. random];
        var token = ProofText.Base64Url([.. body, .. BigEndian(SlowCastagnoli(body))]);
        token.ShouldStartWith("YC");
        Weighs("yandex-static-key", token, from: 2);
    });

    [Fact]
    public void AYandexOAuthTokenEndsInItsChecksum() => Gen.Select(Gen.Byte.Array[30, 60], Gen.Int[0, 6]).Sample((random, environment) =>
    {
        var token = $"y{environment}_{ProofText.Base64Url([.. random, .. BigEndian(ProofText.SlowCrc32(random))])}";
        ProofText.Check("yandex-oauth-token", token).Outcome.ShouldBe(ProofOutcome.Holds);
        var wrong = token.Length < 58 ? ProofOutcome.Rejects : ProofOutcome.Fails;
        ProofText.Check("yandex-oauth-token", ProofText.Mutated(token, 5)).Outcome.ShouldBe(wrong);
    });

    [Fact]
    public void AYandexOidcSecretEndsInItsChecksum() => Gen.Byte.Array[32].Sample(random =>
    {
        var body = $"yccs__{Convert.ToHexStringLower(random)}_";
        var token = ProofText.Completed("yandex-oidc-secret", body);
        token.Length.ShouldBe(body.Length + 8);
        Weighs("yandex-oidc-secret", token, from: 6);
    });

    [Fact]
    public void AnUnkeyKeySaysHowLongItIs() => Gen.Byte.Array[8, 255].Sample(random =>
    {
        var token = $"unkey_{InBase58([1, (byte)random.Length, .. random])}";
        ProofText.Check("unkey-key", token).Outcome.ShouldBe(ProofOutcome.Holds);
        ProofText.Check("unkey-key", $"unkey_{InBase58([1, (byte)(random.Length ^ 1), .. random])}").Outcome.ShouldBe(ProofOutcome.Silent);
        ProofText.Check("unkey-key", $"unkey_{InBase58([2, (byte)random.Length, .. random])}").Outcome.ShouldBe(ProofOutcome.Silent);
        ProofText.Check("unkey-key", token + "0").Outcome.ShouldBe(ProofOutcome.Silent);
    });

    [Fact]
    public void Base58IsThatOfItsDefinition() => Gen.Byte.Array[0, 60].Sample(bytes => Base58.Decode(InBase58(bytes), 100).ShouldBe(bytes));

    [Fact]
    public void AnAtlassianDataCenterTokenSaysItsNumber() => Gen.Select(Gen.Long[0, 999_999_999_999], Gen.Byte.Array[20]).Sample((number, random) =>
    {
        var digits = number.ToString("D12", System.Globalization.CultureInfo.InvariantCulture);
        var token = Convert.ToBase64String([.. Encoding.ASCII.GetBytes(digits + ":"), .. random]);
        token.Length.ShouldBe(44);
        var result = ProofText.Check("atlassian-data-center-token", token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("tokenId").ShouldBe(digits);
        ProofText.Check("atlassian-data-center-token", Convert.ToBase64String([.. Encoding.ASCII.GetBytes(digits + ";"), .. random])).Outcome.ShouldBe(ProofOutcome.Silent);
    });

    [Fact]
    public void AUlidSaysWhenItWasMade() => Gen.Select(Gen.Long[1_451_606_400_000, 4_102_444_799_999], Alphanumeric).Sample((time, random) =>
    {
        var token = $"ucat_{ProofText.InBase((ulong)time, CrockfordDigits, 10)}{random[..16]}";
        ProofText.Check("ulid", token).Fact("created").ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        ProofText.Check("ulid", $"ucat_7{token[6..]}").Facts.ShouldBeEmpty();
    });

    // The time of the token in https://github.com/UpCloudLtd/upcloud-go-api (token tests), which were written in that month.
    [Fact]
    public void TheExampleOfUpCloudSaysWhenItWasMade() => Alphanumeric.Sample(random => ProofText.Check("ulid", $"ucat_01JH5D3ZZJ{random[..16]}").Fact("created") == "2025-01-09T11:27:44Z");

    [Fact]
    public void AnAgoraTokenSaysItsApplicationAndWhenItEnds() => Gen.Select(Gen.Byte.Array[16], Gen.Byte.Array[32], Gen.Int[1, 86_400]).Sample((application, signature, lifetime) =>
    {
        var id = Convert.ToHexStringLower(application);
        byte[] body = [32, 0, .. signature, 32, 0, .. Encoding.ASCII.GetBytes(id), .. LittleEndian(1_700_000_000), .. LittleEndian((uint)lifetime), 1, 0, 0, 0, 1, 0];
        var result = ProofText.Check("agora-token", "007" + Convert.ToBase64String(Deflated(body)));
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("applicationId").ShouldBe(id);
        result.Fact("issued").ShouldBe("2023-11-14T22:13:20Z");
        result.Fact("expires").ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + lifetime).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        ProofText.Check("agora-token", "007" + Convert.ToBase64String(Deflated(body[..60]))).Outcome.ShouldBe(ProofOutcome.Fails);
    });

    // https://github.com/AgoraIO/Tools/blob/master/DynamicKey/AgoraDynamicKey/nodejs/test/AccessToken2Test.js
    [Fact]
    public void TheExampleOfAgoraIsRead()
    {
        var result = ProofText.Check("agora-token", string.Concat(
            "007eJxTYLhzZP08Lxa1Pg57+TcXb/3cZ3wi4V6kbpbOog0G2dOYk20UGCzN",
            "DZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4",
            "CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiQwMADacImo="));
        result.Fact("applicationId").ShouldBe("970CA35de60c44645bbae8a215061b33");
        result.Fact("issued").ShouldBe("1970-01-13T20:38:31Z");
        result.Fact("expires").ShouldBe("1970-01-13T20:48:31Z");
    }

    private static void Weighs(string proof, string token, int from, int to = -1)
    {
        var result = ProofText.Check(proof, token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Reason.ShouldBe(Reason.Checksum);
        for (var i = from; i < (to < 0 ? token.Length : to); i++)
        {
            ProofText.Check(proof, ProofText.Mutated(token, i)).Outcome.ShouldBe(ProofOutcome.Fails, $"changed at {i}");
        }
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] LittleEndian(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using (var stream = new ZLibStream(deflated, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return deflated.ToArray();
    }

    private static uint SlowCastagnoli(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var bit in bytes.SelectMany(b => Enumerable.Range(0, 8).Select(i => (uint)(b >> i) & 1)))
        {
            crc = crc >> 1 ^ ((crc ^ bit) & 1) * 0x82F63B78;
        }

        return ~crc;
    }

    private static string InBase58(byte[] bytes)
    {
        var number = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = "";
        for (; number > 0; number /= 58)
        {
            text = Base58Digits[(int)(number % 58)] + text;
        }

        return new string('1', bytes.TakeWhile(b => b == 0).Count()) + text;
    }
}
