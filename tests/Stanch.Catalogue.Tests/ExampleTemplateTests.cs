using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Stanch.Catalogue.Format;

namespace Stanch.Catalogue.Tests;

public sealed class ExampleTemplateTests
{
    [Theory]
    [InlineData("{hex:40}", "^[0-9a-f]{40}$")]
    [InlineData("{HEX:40}", "^[0-9A-F]{40}$")]
    [InlineData("{digits:12}{lower:8}{upper:8}{alpha:8}", "^[0-9]{12}[a-z]{8}[A-Z]{8}[A-Za-z]{8}$")]
    [InlineData("{alnum:24}{lowernum:24}{uppernum:24}", "^[0-9A-Za-z]{24}[0-9a-z]{24}[0-9A-Z]{24}$")]
    [InlineData("{base64:44}{base64url:43}", "^[A-Za-z0-9+/]{44}[A-Za-z0-9_-]{43}$")]
    [InlineData("{base32:16}{base58:32}", "^[A-Z2-7]{16}[1-9A-HJ-NP-Za-km-z]{32}$")]
    [InlineData("{uuid}", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    [InlineData("{of:ABC0-9_-:20}", "^[ABC0-9_-]{20}$")]
    [InlineData("{of:a:b:3}", "^[a:b]{3}$")]
    [InlineData("{{\"a\": \"{hex:2}\"}}", "^\\{\"a\": \"[0-9a-f]{2}\"\\}$")]
    [InlineData("{{{{{hex:2}}}", "^\\{\\{[0-9a-f]{2}\\}$")]
    [InlineData("{jwt}", "^eyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}$")]
    public void APlaceholderIsFilledFromItsAlphabet(string template, string pattern) => Fill(template).ShouldMatch(pattern);

    [Fact]
    public void Base64IsOverTextWhoseOwnPlaceholdersAreFilledFirst() =>
        Encoding.UTF8.GetString(Convert.FromBase64String(Fill("{b64:{{me}}:{hex:8}}"))).ShouldMatch("^\\{me\\}:[0-9a-f]{8}$");

    [Theory]
    [InlineData("{hax:3}", "there is no placeholder {hax:3}")]
    [InlineData("{hex}", "the placeholder's length is 1 to 8192, found ''")]
    [InlineData("{hex:0}", "length is 1 to 8192")]
    [InlineData("{hex:9999}", "length is 1 to 8192")]
    [InlineData("a {hex:3", "this '{' is never closed")]
    [InlineData("a } b", "there is no '{' to this '}'; a literal brace is written }} (character 3 of the example)")]
    [InlineData("{b64:a{hex:3}", "never closed")]
    [InlineData("{pem:dsa}", "not 'dsa'")]
    [InlineData("{checksum:md5}", "no offline check 'md5'")]
    [InlineData("{of:abc}", "names a class and a length")]
    public void AWrongTemplateSaysWhatIsWrong(string template, string message) =>
        Should.Throw<FormatException>(() => ExampleTemplate.Parse(template)).Message.ShouldContain(message);

    [Fact]
    public void TheSameSeedGivesTheSameText() => Gen.Int.Sample(seed =>
        ExampleTemplate.Parse("{alnum:20}{uuid}{jwt}").Fill(new Random(seed)) == ExampleTemplate.Parse("{alnum:20}{uuid}{jwt}").Fill(new Random(seed)));

    [Theory]
    [InlineData("rsa", "RSA PRIVATE KEY")]
    [InlineData("pkcs8", "PRIVATE KEY")]
    public void AnRsaKeyIsReal(string kind, string label)
    {
        var pem = Fill($"{{pem:{kind}}}");
        pem.ShouldStartWith($"-----BEGIN {label}-----\n");
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        key.KeySize.ShouldBe(2048);
    }

    [Fact]
    public void AnEllipticKeyIsReal()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(Fill("{pem:ec}"));
        key.KeySize.ShouldBe(256);
    }

    [Fact]
    public void AnEncryptedKeyNeedsItsPassword()
    {
        var pem = Fill("{pem:encrypted}");
        pem.ShouldStartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        using var key = ECDsa.Create();
        Should.Throw<CryptographicException>(() => key.ImportFromEncryptedPem(pem, ""));
    }

    [Fact]
    public void AnEd25519KeyHasItsObjectIdentifier()
    {
        var pem = Fill("{pem:ed25519}");
        var bytes = Convert.FromBase64String(Regex.Replace(pem, "-----[^-]+-----|\n", ""));
        bytes.Length.ShouldBe(48);
        Convert.ToHexStringLower(bytes).ShouldStartWith("302e020100300506032b6570");
    }

    [Fact]
    public void AnOpenSshKeyIsReadBySshKeygen()
    {
        const string KeyGen = "/usr/bin/ssh-keygen";
        Assert.SkipUnless(File.Exists(KeyGen), "ssh-keygen is not installed");
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(Directory.CreateTempSubdirectory("stanch").FullName, "key");
        File.WriteAllText(path, Fill("{pem:openssh}") + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(KeyGen, ["-y", "-f", path]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd().ShouldStartWith("ecdsa-sha2-nistp256 ");
        process.WaitForExit();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void BracesAndLiteralsSurvive() => Gen.String.Sample(text =>
    {
        var escaped = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return Fill(escaped) == text;
    });

    private static string Fill(string template) => ExampleTemplate.Parse(template).Fill(new Random(7));
}
