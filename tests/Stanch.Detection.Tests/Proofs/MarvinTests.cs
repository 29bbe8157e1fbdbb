using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

public sealed class MarvinTests
{
    // The seeds and sums of the tests of .NET's and SymCrypt's own implementations.
    [Theory]
    [InlineData(0x004FB61A001BDBCCUL, "", 0x30ED35C1u ^ 0x00CD3C7Du)]
    [InlineData(0x004FB61A001BDBCCUL, "af", 0x48E73FC7u ^ 0x7D75DDC1u)]
    [InlineData(0x004FB61A001BDBCCUL, "e70f", 0xB5F6E1FCu ^ 0x485DBFF8u)]
    [InlineData(0x004FB61A001BDBCCUL, "37f495", 0xF0B07C78u ^ 0x9B8CF7E8u)]
    [InlineData(0x004FB61A001BDBCCUL, "8642dc59", 0x7008F2E8u ^ 0x7E9CF556u)]
    [InlineData(0x004FB61A001BDBCCUL, "153fb79826", 0xE6C08C6Du ^ 0xA2AFA997u)]
    [InlineData(0x004FB61A001BDBCCUL, "0932e6246c47", 0x31A6FF7Au)]
    [InlineData(0xD53CD9CECD0893B7UL, "616263", 0x22C74339u ^ 0x492769BFu)]
    [InlineData(0x0DDDDEEEEFFFF000UL, "6162636465666768696a6b6c6d6e6f707172737475767778797a", 0xA128EB7Eu ^ 0x7260ACA2u)]
    public void TheSumIsThePublishedOne(ulong seed, string hex, uint sum) => Marvin.Of(Convert.FromHexString(hex), seed).ShouldBe(sum);

    [Fact]
    public void TheSumIsThatOfASecondImplementation() => Gen.Select(Gen.Byte.Array[0, 70], Gen.ULong).Sample((data, seed) => Marvin.Of(data, seed) == Slow(data, seed));

    [Theory]
    [InlineData("Default0", "+ASt", 64, "storage account key")]
    [InlineData("MastRW00", "ACDb", 64, "read-write master key")]
    [InlineData("SystRO00", "ACDb", 64, "read-only system key")]
    [InlineData("Functi00", "AzFu", 40, "functions key")]
    [InlineData("Send0000", "+ASb", 33, "send key")]
    [InlineData("ACRDflt0", "+ACR", 39, "registry key")]
    [InlineData("GitKey00", "APIM", 64, "repository key")]
    public void AnAzureKeyEndsInTheSumUnderItsServicesSeed(string seed, string signature, int length, string kind) => Gen.Byte.Array[length].Sample(random =>
    {
        // The signature is text of the key: the bytes that stand there are what it decodes to.
        var bytes = (byte[])random.Clone();
        var at = (length - 8) / 3 * 3;
        Convert.FromBase64String(signature).CopyTo(bytes, at);
        BitConverter.GetBytes(Slow(bytes[..^4], BitConverter.ToUInt64(Encoding.ASCII.GetBytes(seed).Reverse().ToArray()))).CopyTo(bytes, length - 4);
        var key = Convert.ToBase64String(bytes);
        var result = ProofText.Check("azure-marvin", key);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("keyKind").ShouldBe(kind);
        ProofText.Check("azure-marvin", ProofText.Mutated(key, 3)).Outcome.ShouldBe(ProofOutcome.Fails);
        ProofText.Check("azure-marvin", key.Replace('+', '-').Replace('/', '_')).Outcome.ShouldBe(signature.Contains('+', StringComparison.Ordinal) ? ProofOutcome.Silent : ProofOutcome.Holds);
    });

    [Fact]
    public void AnEntraSecretEndsInTheFirstOfSixCharactersOfItsSum() => Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].Array[34].Sample(random =>
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
        var body = $"{new string(random, 0, 3)}8Q~{new string(random, 3, 31)}";
        var sum = Slow(Encoding.ASCII.GetBytes(body), BitConverter.ToUInt64(Encoding.ASCII.GetBytes("AadPwd00").Reverse().ToArray()));
        var secret = body + ProofText.InBase(sum, Digits, 6)[..3];
        ProofText.Check("entra-client-secret", secret).Outcome.ShouldBe(ProofOutcome.Holds);
        ProofText.Completed("entra-client-secret", body).ShouldBe(secret);
        ProofText.Check("entra-client-secret", string.Concat(secret.AsSpan(0, 3), "7Q~", secret.AsSpan(6))).Outcome.ShouldBe(ProofOutcome.Silent);
    });

    // A word at a time, with a list of words and plain arithmetic: https://github.com/microsoft/SymCrypt/blob/main/lib/marvin32.c
    private static uint Slow(byte[] data, ulong seed)
    {
        var padded = data.Append((byte)0x80).ToList();
        while (padded.Count % 4 != 0)
        {
            padded.Add(0);
        }

        ulong s0 = seed % 0x1_0000_0000, s1 = seed / 0x1_0000_0000;
        for (var i = 0; i <= padded.Count; i += 4)
        {
            s0 = (s0 + (i < padded.Count ? BitConverter.ToUInt32([.. padded.Skip(i).Take(4)]) : 0)) % 0x1_0000_0000;
            s1 ^= s0;
            s0 = (Turn(s0, 20) + s1) % 0x1_0000_0000;
            s1 = Turn(s1, 9) ^ s0;
            s0 = (Turn(s0, 27) + s1) % 0x1_0000_0000;
            s1 = Turn(s1, 19);
        }

        return (uint)(s0 ^ s1);
    }

    private static ulong Turn(ulong word, int bits) => (word << bits | word >> (32 - bits)) % 0x1_0000_0000;
}
