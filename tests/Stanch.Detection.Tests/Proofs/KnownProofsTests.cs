using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

public sealed class KnownProofsTests
{
    private static readonly string[] Starts =
    [
        "-----BEGIN RSA PRIVATE KEY-----\n", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n", "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE", "-----BEGIN PRIVATE KEY-----\nMIGHAgEA",
        "PuTTY-User-Key-File-3: x\nEncryption: none\nPrivate-Lines: 3\n", "ghp_", "ghs_1_", "github_pat_11", "glpat-", "AKIAQ", "glsa_", "glc_eyJ", "eyJhbGciOiJI", "eyJ.eyJ.", "xoxb-1-2-", "https://hooks.slack.com/services/T/B/",
        "pypi-AgE", "cflt", "y0_", "YC", "yccs__", "unkey_3Z", "ucat_01", "007eJx", "AGE-SECRET-KEY-1", "reftkn", "1234:", "sk_live_", "{\"private_key\": \"", "project_id\":\"", "",
    ];

    private static readonly Gen<byte> Likely = Gen.Frequency((1, Gen.Byte), (12, Gen.Char["ABCQRSTabcqxyz0123456789+/=-_.:~{}\"\\\n @"].Select(c => (byte)c)));

    public static TheoryData<string> Names => [.. KnownProofs.Names];

    [Fact]
    public void EveryProofIsKnown()
    {
        var classes = typeof(IProof).Assembly.GetTypes().Where(type => typeof(IProof).IsAssignableFrom(type) && type.IsClass).ToArray();
        classes.Length.ShouldBeGreaterThan(20);
        classes.Except(KnownProofs.Names.Select(name => KnownProofs.Find(name)!.GetType())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NoBytesMakeAProofThrow(string name)
    {
        var proof = KnownProofs.Find(name)!;
        Gen.Select(Gen.Int[0, Starts.Length - 1], Likely.Array[0, 300], Gen.Byte.Array[0, 20], Gen.Int[0, 400], Gen.Int[0, 400]).Sample(
            (start, rest, before, a, b) =>
            {
                byte[] content = [.. before, .. Encoding.Latin1.GetBytes(Starts[start]), .. rest];
                foreach (var length in new[] { content.Length, Math.Max(before.Length, Math.Min(a, content.Length)) })
                {
                    var text = content[..length];
                    proof.Check(new ProofInput(text, before.Length, length, before.Length, length));
                    var (from, to) = (Math.Min(Math.Min(a, b), length), Math.Min(Math.Max(a, b), length));
                    proof.Check(new ProofInput(text, from, to, from, to));
                }
            },
            iter: 300);
    }

    // A stream is searched in parts: what a proof says may not depend on bytes beyond the reach that it declares.
    [Theory]
    [MemberData(nameof(Names))]
    public void AProofSaysTheSameOfThePartThatItsReachCovers(string name)
    {
        var proof = KnownProofs.Find(name)!;
        Gen.Select(Gen.Int[0, Starts.Length - 1], Likely.Array[0, 600], Likely.Array[0, 200], Gen.Int[0, 100]).Sample(
            (start, rest, before, matched) =>
            {
                byte[] content = [.. before, .. Encoding.Latin1.GetBytes(Starts[start]), .. rest];
                var end = Math.Min(content.Length, before.Length + matched);
                var from = Math.Max(0, before.Length - proof.ReachBefore);
                var part = content[from..Math.Min(content.Length, end + proof.ReachAfter)];
                var whole = proof.Check(new ProofInput(content, before.Length, end, before.Length, end));
                var ofPart = proof.Check(new ProofInput(part, before.Length - from, end - from, before.Length - from, end - from));
                (ofPart.Outcome, ofPart.Reason, string.Join(',', ofPart.Facts)).ShouldBe((whole.Outcome, whole.Reason, string.Join(',', whole.Facts)));
                (ofPart.Extent is { } extent ? (extent.Start.Value + from, extent.End.Value + from) : (0, 0))
                    .ShouldBe(whole.Extent is { } all ? (all.Start.Value, all.End.Value) : (0, 0));
            },
            iter: 200);
    }

    [Fact]
    public void ANameWithoutAChecksumCannotBeCompleted()
    {
        Should.Throw<ArgumentException>(() => KnownProofs.Complete("stripe-mode", "x"));
        Should.Throw<ArgumentException>(() => KnownProofs.Complete("no-such-proof", "x"));
    }

    [Fact]
    public void AFactCannotWriteOnATerminal() => Gen.String.Sample(text => new Fact("name", text).Value.ShouldAllBe(c => !char.IsControl(c)));
}
