using Stanch.Detection.Filters;
using Stanch.Detection.Model;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>A file that holds one value and nothing else.</summary>
public sealed class LoneValueTests
{
    // What a machine draws; the few draws that spell words or count up are left out.
    private static readonly Gen<string> Value = Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].Array[40].Select(drawn => "aZ7" + new string(drawn)).Where(LooksDrawn);

    private static readonly Scanner Scanner = new([new Detector
    {
        Id = LoneValue.DetectorId,
        Name = "Secret",
        Provider = "generic",
        Severity = Severity.High,
        Keywords = ["secret"],
        Context = DetectorContext.Assigned,
        Pattern = Detectors.Token.Pattern,
    }]);

    [Theory]
    [InlineData("run/secrets/db_password", "{0}")]
    [InlineData("api.token", "{0}\n")]
    [InlineData("client.secret.txt", "# of the test client\n{0}\r\n")]
    [InlineData("x.clientSecret", "\n{0}\n\n")]
    public void ItsNameSaysWhatItIs(string path, string text) => Check(path, text, isFound: true);

    [Theory]
    [InlineData("notes.txt", "{0}")]
    [InlineData("pasted", "\"{0}\"\n")]
    [InlineData("password_policy", "{0}")]
    public void UnderAnyOtherNameItIsWorthALook(string path, string text) => Value.Sample(
        value =>
        {
            var finding = Find(path, text.Replace("{0}", value, StringComparison.Ordinal)).ShouldHaveSingleItem();
            finding.Secret.Reveal().ShouldBe(value);
            finding.Evidence.ShouldBe(Evidence.Review);
            finding.Reasons.ShouldContain(Reason.Alone);
        },
        iter: 20);

    [Theory]
    [InlineData("release.sha256", "{0}")]
    [InlineData("db_password", "{0}\nand more\n")]
    [InlineData("db_password", "the {0}\n")]
    public void AnythingElseIsNone(string path, string text) => Check(path, text, isFound: false);

    [Fact]
    public void WhatBeginsAsAProvidersFormatAndIsNoneIsNoValueOfItsOwn() => Value.Sample(
        value =>
        {
            var scanner = new Scanner([.. Scanner.Detectors, Detectors.Token]);
            scanner.Find(Samples.Utf8($"tok_{value}\n"), SegmentOrigin.Start, new ScanScratch()).ShouldBeEmpty();
            scanner.Find(Samples.Utf8($"tik_{value}\n"), SegmentOrigin.Start, new ScanScratch()).ShouldHaveSingleItem();
        },
        iter: 20);

    [Theory]
    [InlineData("changeme-changeme-changeme")]
    [InlineData("the-password-of-the-database")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1")]
    [InlineData("${DATABASE_PASSWORD_OF_THE_TEST}")]
    public void AStandInIsNone(string text) => Find("db_password", text).ShouldBeEmpty();

    [Theory]
    [InlineData("usr/share/doc/stanch-1.2.3/html")]
    [InlineData("libexample-gnutls.so.4")]
    public void APathAloneIsNone(string text) => Find("package.dirs", text).ShouldBeEmpty();

    [Fact]
    public void TheHashOfACommitAloneIsNone() => Gen.Byte.Array[20].Sample(hash => Find("revision", Convert.ToHexStringLower(hash)).ShouldBeEmpty());

    private static bool LooksDrawn(string value)
    {
        var bytes = Samples.Utf8(value);
        return Entropy.Ratio(bytes) >= 0.85 && LetterTriples.IsSurprising(bytes) && !Wordiness.ReadsLikeWords(bytes) && !Placeholders.IsPlaceholder(bytes) && !Placeholders.IsMadeUp(bytes);
    }

    private static void Check(string path, string text, bool isFound) => Value.Sample(
        value =>
        {
            var findings = Find(path, text.Replace("{0}", value, StringComparison.Ordinal));
            findings.Select(finding => finding.Secret.Reveal()).ShouldBe(isFound ? [value] : []);
            if (isFound) findings[0].Reasons.ShouldContain(Reason.FileName);
        },
        iter: 20);

    private static IReadOnlyList<Finding> Find(string path, string text)
    {
        var session = new ScanSession(Scanner);
        session.Accept(new Blob(Samples.Utf8(text), new Provenance.File(path)));
        return session.Findings();
    }
}
