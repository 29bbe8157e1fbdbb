namespace Stanch.Detection.Tests.Scanning;

public sealed class SnippetTests
{
    private const int LeastLength = 6;

    [Fact]
    public void NoSnippetShowsASecretOfItsBlob() => Samples.Text(1, 60).Sample(text =>
    {
        var found = Detectors.Find(Samples.Utf8(text));
        foreach (var (line, secret) in found.SelectMany(shown => shown.Snippet.Redacted().SelectMany(line => found.Select(hidden => (line, hidden.Secret.Reveal())))))
        {
            if (secret.Length >= LeastLength && line.Contains(secret, StringComparison.Ordinal))
            {
                Assert.Fail($"'{line}' shows '{secret}'");
            }
        }
    });

    [Fact]
    public void WhatIsWrittenOnceMoreBesideItIsHiddenToo() => Samples.Assigned.Sample(assigned =>
    {
        var value = assigned.Split('"')[1];
        var candidate = Detectors.Find(Samples.Utf8($"{assigned} # was: {value}, see {value}x")).ShouldHaveSingleItem();
        candidate.Snippet.Redacted().ShouldAllBe(line => !line.Contains(value, StringComparison.Ordinal));
        candidate.Snippet.Reveal()[0].ShouldContain($"see {value}x");
    });

    [Fact]
    public void TheLinesAroundAreShown() => Samples.Token.Sample(
        secret =>
        {
            var snippet = Detectors.Find(Samples.Utf8($"one\r\ntwo\r\nthree\r\n{secret}\r\nfive\r\nsix\r\nseven")).ShouldHaveSingleItem().Snippet;
            snippet.FirstLine.ShouldBe(2);
            snippet.Reveal().ShouldBe(["two", "three", secret, "five", "six"]);
            snippet.Redacted().ShouldBe(["two", "three", secret[..7] + "…", "five", "six"]);
        },
        iter: 5);

    [Fact]
    public void ALongLineIsCutAroundTheSecretAndNeverWithinACharacter() => Gen.Select(Samples.Token, Gen.Int[0, 3]).Sample((secret, shift) =>
    {
        var text = new string('a', shift) + string.Concat(Enumerable.Repeat("é", 3000)) + " " + secret + " " + string.Concat(Enumerable.Repeat("日", 3000));
        var line = Detectors.Find(Samples.Utf8(text)).ShouldHaveSingleItem().Snippet.Redacted().ShouldHaveSingleItem();
        line.Length.ShouldBeLessThan(500);
        line.ShouldStartWith("…é");
        line.ShouldEndWith("日…");
        line.ShouldNotContain("Ã");
    }, iter: 10);

    [Fact]
    public void AManyLinedSecretIsHiddenOnEveryLine()
    {
        var body = string.Concat(Enumerable.Range(0, 20).Select(i => new string((char)('A' + i), 60) + "\n"));
        var scanner = new Stanch.Detection.Scanning.Scanner([Detectors.Key]);
        var text = $"before\n-----BEGIN PRIVATE KEY-----\n{body}-----END PRIVATE KEY-----\nafter\n";
        var found = scanner.Find(Samples.Utf8(text), Stanch.Detection.Scanning.SegmentOrigin.Start, new Stanch.Detection.Scanning.ScanScratch());
        found.ShouldHaveSingleItem().Snippet.Redacted().ShouldAllBe(line => !line.Contains("AAAA", StringComparison.Ordinal) && !line.Contains("BBBB", StringComparison.Ordinal));
    }
}
