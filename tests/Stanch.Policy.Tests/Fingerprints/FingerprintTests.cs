using System.Security.Cryptography;
using System.Text;
using Stanch.Detection;

namespace Stanch.Policy.Tests.Fingerprints;

public sealed class FingerprintTests
{
    private static readonly FingerprintKey Key = FingerprintKey.Create();

    [Fact]
    public void ALongIssuedTokenIsHashedWithHmac()
    {
        var value = Fake.Value(1);
        var expected = HMACSHA256.HashData(Convert.FromBase64String(Key.Export().Replace('-', '+').Replace('_', '/') + "="), Encoding.UTF8.GetBytes(value))[..16];
        new Fingerprinter(Key).Of(Fake.Finding(value)).ShouldBe("h1:" + Convert.ToBase64String(expected).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
    }

    [Fact]
    public void WhatMayBeGuessedIsHashedSlowly()
    {
        var key = Convert.FromBase64String(Key.Export().Replace('-', '+').Replace('_', '/') + "=");
        var expected = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes("hunter2"), key, 100_000, HashAlgorithmName.SHA256, 16);
        new Fingerprinter(Key).Of(Fake.Finding(Fake.Detector("generic-password", 0), "hunter2")).ShouldBe("p1:" + Convert.ToBase64String(expected).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
    }

    public static TheoryData<string, int, int, string> Rules => new()
    {
        { "issued, 80 bits and more", 4, 14, "h1:" },
        { "issued, but short", 4, 13, "p1:" },
        { "no prefix of its own", 0, 40, "p1:" },
    };

    [Theory, MemberData(nameof(Rules))]
    public void TheRuleIsLengthTimesAlphabet(string why, int prefix, int length, string scheme) =>
        new Fingerprinter(Key).Of(Fake.Finding(Fake.Detector("acme-token", prefix), Fake.Value(7, length))).ShouldStartWith(scheme, customMessage: why);

    [Fact]
    public void AGenericACustomAndAContextualDetectorAreHashedSlowly()
    {
        var fingerprinter = new Fingerprinter(Key);
        Detector[] detectors = [Fake.Detector("generic-key", provider: "generic"), Fake.Detector("our-token", custom: true), Fake.Detector("acme-key", context: DetectorContext.Assigned)];
        foreach (var detector in detectors) fingerprinter.Of(Fake.Finding(detector, Fake.Value(3))).ShouldStartWith("p1:");
    }

    [Fact]
    public void TwentyHexDigitsAreEightyBits()
    {
        var fingerprinter = new Fingerprinter(Key);
        fingerprinter.Of(Fake.Finding("tok_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)))).ShouldStartWith("h1:");
        fingerprinter.Of(Fake.Finding("tok_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(9)))).ShouldStartWith("p1:");
    }

    [Fact]
    public void DetectorPathAndLineHaveNoPartInIt()
    {
        var fingerprinter = new Fingerprinter(Key);
        var one = Fake.Finding(Fake.Value(1), "a", "acme-token");
        var other = Fake.Finding(Fake.Value(1), "b", "other-token").OnLine("x", "y", "z");
        fingerprinter.Of(one).ShouldBe(fingerprinter.Of(other));
    }

    [Fact]
    public void AnotherKeyGivesAnotherFingerprint() =>
        new Fingerprinter(FingerprintKey.Create()).Of(Fake.Finding()).ShouldNotBe(new Fingerprinter(Key).Of(Fake.Finding()));

    [Fact]
    public void AFingerprintMatchesInTheSchemeThatItWasMadeIn()
    {
        var fingerprinter = new Fingerprinter(Key);
        var slow = fingerprinter.Of(Fake.Finding(Fake.Detector("acme-token", 0), Fake.Value(1)));
        slow.ShouldStartWith("p1:");
        fingerprinter.Matches(Fake.Finding(Fake.Value(1)), slow).ShouldBeTrue();
        fingerprinter.Matches(Fake.Finding(Fake.Value(2)), slow).ShouldBeFalse();
    }

    [Fact]
    public void EveryFingerprintIsWellFormed() =>
        Gen.String.Sample(value => Fingerprinter.IsWellFormed(new Fingerprinter(Key).Of(Fake.Finding(Fake.Detector("acme-token"), value))), iter: 10);

    [Fact]
    public void AKeyIsReadAsItIsWritten() => FingerprintKey.TryParse(" " + Key.Export() + "\n")!.Id.ShouldBe(Key.Id);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("!!!!")]
    public void WhatIsNoKeyIsRefused(string text) => FingerprintKey.TryParse(text).ShouldBeNull();

    [Fact]
    public void AnyTextIsAKeyOrIsNot() => Gen.String.Sample(text => FingerprintKey.TryParse(text) is null);

    [Fact]
    public void WithoutAKeyThereIsNoFingerprint() =>
        new PolicyEngine(new Tree().Load(), Baseline.Empty, TimeProvider.System).Judge([Fake.Finding()], Fake.Coverage(), new PolicyOptions { WantFingerprints = true })
            .Findings[0].Fingerprint.ShouldBeNull();
}
