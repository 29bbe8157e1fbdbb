using System.Security.Cryptography;
using System.Text;
using Stanch.Detection.Redacting;
using Stanch.Detection.Scanning;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Redacting;

public sealed class StreamRedactorTests
{
    private static readonly RedactionSizes Small = new(600, 200, 150);
    private static readonly Scanner Scanner = new([.. Detectors.All, Detectors.Key]);

    [Fact]
    public void HowTheInputIsCutIntoReadsMakesNoDifference() => Gen.Select(Samples.Text(20, 200), Gen.Int[1, 700].Array[1, 40], Gen.Bool).Sample(
        (text, cuts, small) =>
        {
            var content = Encoding.UTF8.GetBytes(text);
            var sizes = small ? Small : RedactionSizes.Default;
            Redact(content, cuts, sizes).ShouldBe(Redact(content, [int.MaxValue], sizes));
        },
        iter: 300);

    [Fact]
    public void AnyBytesAreReadAndTheRestStaysAsItWas() => Gen.Select(Gen.Byte.Array[0, 3000], Gen.Int[1, 700].Array[1, 20], Gen.OneOf(Gen.Const(Small), Gen.Const(RedactionSizes.Default))).Sample(
        (content, cuts, sizes) =>
        {
            var whole = Redact(content, [int.MaxValue], sizes);
            Redact(content, cuts, sizes).ShouldBe(whole);
            if (whole.IndexOf("[redacted:"u8) < 0) whole.ShouldBe(content);
        },
        iter: 300);

    [Fact]
    public void TextWithoutSecretsComesOutAsItWentIn() => Samples.Filler.Where(filler => !filler.EndsWith("_ ", StringComparison.Ordinal) && filler is not ("password " or "gamma " or "beta ")).Array[0, 300].Sample(
        pieces =>
        {
            var content = Encoding.UTF8.GetBytes(string.Concat(pieces));
            Redact(content, [100], Small).ShouldBe(content);
        },
        iter: 100);

    [Fact]
    public void NoTokenComesThrough() => Gen.Select(Samples.Token, Samples.Filler.Array[0, 60], Samples.Filler.Array[0, 60], Gen.Int[1, 50]).Sample(
        (token, before, after, cut) =>
        {
            var output = Encoding.UTF8.GetString(Redact(Encoding.UTF8.GetBytes($"{string.Concat(before)} {token} {string.Concat(after)}"), [cut], Small));
            output.ShouldNotContain(token);
            output.ShouldContain(" [redacted:acme-token] ");
        },
        iter: 200);

    [Fact]
    public void ALineComesOutAtItsEndAndNotBefore()
    {
        using var output = new MemoryStream();
        var redactor = new StreamRedactor(Scanner, output, Evidence.Review);
        redactor.Write("first line"u8);
        output.Length.ShouldBe(0);
        redactor.Write("\nsecond"u8);
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("first line\n");
        redactor.Write(" 10%\r"u8);
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("first line\nsecond 10%\r");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void APrivateKeyIsHiddenAsAWholeHoweverItIsCut(string newLine)
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportPkcs8PrivateKeyPem().ReplaceLineEndings(newLine);
        var content = Encoding.ASCII.GetBytes($"before{newLine}{pem}{newLine}after{newLine}");
        foreach (var cut in new[] { 1, 7, 64, 65, 66, 1000, 5000 })
        {
            var output = Encoding.ASCII.GetString(Redact(content, [cut], RedactionSizes.Default));
            output.ShouldBe($"before{newLine}[redacted:private-key]{newLine}after{newLine}");
        }
    }

    [Fact]
    public void TheHeaderOfAKeyInProseHoldsNothingBackForLong()
    {
        using var output = new MemoryStream();
        var redactor = new StreamRedactor(Scanner, output, Evidence.Review);
        redactor.Write(Encoding.ASCII.GetBytes("a key starts with -----BEGIN PRIVATE KEY-----\n" + string.Concat(Enumerable.Repeat("and goes on\n", 8))));
        output.Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void ColouredTextIsSearchedWithoutItsColours() => Samples.Token.Sample(
        token => Encoding.UTF8.GetString(Redact(Encoding.UTF8.GetBytes($"\u001b[31m{token}\u001b[0m\n"), [3], RedactionSizes.Default)).ShouldBe("\u001b[31m[redacted:acme-token]\u001b[0m\n"),
        iter: 20);

    [Fact]
    public void WhatWasHiddenOnceIsHiddenWhereNoNameTellsIt() => Gen.Select(Samples.Assigned, Gen.Int[1, 40]).Sample(
        (assigned, cut) =>
        {
            var value = assigned.Split('"')[1];
            Encoding.UTF8.GetString(Redact(Encoding.UTF8.GetBytes($"{assigned}\nGET /{value}/list\n"), [cut], Small)).ShouldBe("beta_key = \"[redacted:beta-key]\"\nGET /[redacted:beta-key]/list\n");
        },
        iter: 50);

    [Fact]
    public void ALineWithoutEndIsGivenOnInBoundedMemory()
    {
        using var output = new MemoryStream();
        var redactor = new StreamRedactor(Scanner, output, Evidence.Review);
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a, b, ", 20_000)));
        long most = 0;
        for (var i = 1; i <= 50; i++)
        {
            redactor.Write(piece);
            most = Math.Max(most, (long)i * piece.Length - output.Length);
        }

        most.ShouldBeLessThanOrEqualTo(RedactionSizes.Default.Held);
    }

    [Fact]
    public void WrappedBase64IsHiddenAsAWhole() => Gen.Select(Samples.Token, Gen.Int[1, 200]).Sample(
        (token, cut) =>
        {
            var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes($"the settings of the service, all in one text, with their secret: {token} and what follows it\n"), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
            var output = Encoding.ASCII.GetString(Redact(Encoding.ASCII.GetBytes($"output:\n{encoded}\nready\n"), [cut], RedactionSizes.Default));
            output.ShouldBe("output:\n[redacted:acme-token]\nready\n");
        },
        iter: 20);

    private static byte[] Redact(byte[] content, int[] cuts, RedactionSizes sizes)
    {
        using var output = new MemoryStream();
        var redactor = new StreamRedactor(Scanner, output, Evidence.Review, sizes);
        for (int at = 0, i = 0; at < content.Length; i++)
        {
            var length = Math.Min(cuts[i % cuts.Length], content.Length - at);
            redactor.Write(content.AsSpan(at, length));
            at += length;
        }

        redactor.Complete();
        return output.ToArray();
    }
}
