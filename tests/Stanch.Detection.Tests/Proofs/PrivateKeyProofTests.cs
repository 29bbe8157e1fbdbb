using System.Collections.Concurrent;
using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

/// <summary>Keys made by the programs that people make them with, read in every dress that they stand in.</summary>
public sealed class PrivateKeyProofTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stanch-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rsa -b 2048", "ssh-rsa")]
    [InlineData("ecdsa -b 256", "ecdsa-sha2-nistp256")]
    [InlineData("ecdsa -b 521", "ecdsa-sha2-nistp521")]
    [InlineData("ed25519", "ssh-ed25519")]
    public void AnOpenSshKeyHasTheFingerprintThatSshKeygenPrints(string type, string kind)
    {
        foreach (var passphrase in new[] { "", "long enough" })
        {
            var path = File("ssh");
            Program.Run("ssh-keygen", $"-q -t {type} -f {path} -N \"{passphrase}\" -C c");
            var result = Read(System.IO.File.ReadAllText(path));
            result.Outcome.ShouldBe(ProofOutcome.Holds);
            result.Fact("keyKind").ShouldBe(kind);
            result.Fact("encrypted").ShouldBe(passphrase.Length == 0 ? "false" : "true");
            result.Fact("publicKeyFingerprint").ShouldBe(Program.Run("ssh-keygen", $"-lf {path}").Split(' ')[1]);
        }
    }

    [Theory]
    [InlineData("rsa -b 2048", "rsa")]
    [InlineData("rsa -b 3072", "rsa")]
    [InlineData("dsa", "dsa")]
    [InlineData("ecdsa -b 256", "ec")]
    [InlineData("ecdsa -b 384", "ec")]
    [InlineData("ecdsa -b 521", "ec")]
    public void AClassicPemKeyHasTheFingerprintThatSshKeygenPrints(string type, string kind)
    {
        foreach (var passphrase in new[] { "", "long enough" })
        {
            var path = File("pem");
            Program.Run("ssh-keygen", $"-q -t {type} -m PEM -f {path} -N \"{passphrase}\" -C c");
            var result = Read(System.IO.File.ReadAllText(path));
            result.Outcome.ShouldBe(ProofOutcome.Holds);
            result.Fact("keyKind").ShouldBe(kind);
            result.Fact("encrypted").ShouldBe(passphrase.Length == 0 ? "false" : "true");
            result.Fact("publicKeyFingerprint").ShouldBe(passphrase.Length == 0 ? Program.Run("ssh-keygen", $"-lf {path}").Split(' ')[1] : null);
        }
    }

    [Theory]
    [InlineData("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048", "rsa", true)]
    [InlineData("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256", "ec", true)]
    [InlineData("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256k1", "ec", false)]
    [InlineData("genpkey -algorithm ED25519", "ed25519", false)]
    [InlineData("genpkey -algorithm X25519", "x25519", false)]
    [InlineData("genpkey -algorithm ED448", "ed448", false)]
    public void APkcs8KeyIsReadAndHasItsPublicHalfsFingerprint(string arguments, string kind, bool hasFingerprint)
    {
        var path = File("p8");
        Program.Run("openssl", $"{arguments} -out {path}");
        var plain = Read(System.IO.File.ReadAllText(path));
        plain.Outcome.ShouldBe(ProofOutcome.Holds);
        plain.Fact("keyKind").ShouldBe(kind);
        plain.Fact("encrypted").ShouldBe("false");
        plain.Fact("publicKeyFingerprint").ShouldBe(hasFingerprint ? SshFingerprint(path) : null);

        Program.Run("openssl", $"pkcs8 -topk8 -in {path} -out {path}.enc -passout pass:secret -v2 aes-256-cbc");
        var encrypted = Read(System.IO.File.ReadAllText(path + ".enc"));
        encrypted.Outcome.ShouldBe(ProofOutcome.Holds);
        encrypted.Fact("encrypted").ShouldBe("true");
    }

    [Fact]
    public void AnEcKeyBehindItsParametersIsRead()
    {
        var path = File("ec");
        Program.Run("openssl", $"ecparam -name prime256v1 -genkey -out {path}");
        var text = System.IO.File.ReadAllText(path);
        var result = Read(text[text.IndexOf("-----BEGIN EC PRIVATE", StringComparison.Ordinal)..]);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("curve").ShouldBe("nistp256");
        result.Fact("publicKeyFingerprint").ShouldBe(SshFingerprint(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("long enough")]
    public void AnOpenPgpKeyIsRead(string passphrase)
    {
        var home = Directory.CreateDirectory(File("gpg")).FullName;
        Program.Run("chmod", $"700 {home}");
        var common = $"--homedir {home} --batch --pinentry-mode loopback --passphrase \"{passphrase}\"";
        Program.Run("gpg", $"{common} --quick-generate-key a@example.invalid rsa2048 default never");
        var result = Read(Program.Run("gpg", $"{common} --armor --export-secret-keys"));
        Program.Run("gpgconf", $"--homedir {home} --kill all");
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("keyKind").ShouldBe("pgp");
        result.Fact("encrypted").ShouldBe(passphrase.Length == 0 ? "false" : "true");
    }

    [Theory]
    [InlineData("rsa -b 2048", "")]
    [InlineData("ed25519", "long enough")]
    public void APuttyKeyIsRead(string type, string passphrase)
    {
        var path = File("ppk");
        System.IO.File.WriteAllText(path + ".pass", passphrase);
        Program.Run("puttygen", $"-q -t {type} -o {path} --new-passphrase {path}.pass");
        foreach (var text in new[] { System.IO.File.ReadAllText(path), System.IO.File.ReadAllText(path).ReplaceLineEndings("\r\n") })
        {
            var bytes = Encoding.Latin1.GetBytes($"# here\n{text}# there\n");
            var result = KnownProofs.Find("private-key")!.Check(new ProofInput(bytes, 7, 7 + 30, 7, 7 + 30));
            result.Outcome.ShouldBe(ProofOutcome.Holds);
            result.Fact("encrypted").ShouldBe(passphrase.Length == 0 ? "false" : "true");
            var (start, end) = (result.Extent!.Value.Start.Value, result.Extent!.Value.End.Value);
            start.ShouldBe(7);
            text.ShouldStartWith(Encoding.Latin1.GetString(bytes[start..end]));
            Encoding.Latin1.GetString(bytes[end..]).ShouldNotContain("Private-Lines");
        }
    }

    [Fact]
    public void AnAgeKeyHoldsItsChecksum()
    {
        var key = Program.Run("age-keygen", "").Split('\n').First(line => line.StartsWith("AGE-", StringComparison.Ordinal)).Trim();
        ProofText.Check("age-bech32", key).Outcome.ShouldBe(ProofOutcome.Holds);
        ProofText.Check("age-bech32", ProofText.Mutated(key, 30)).Outcome.ShouldBe(ProofOutcome.Fails);
        ProofText.Completed("age-bech32", key[..^6]).ShouldBe(key);
    }

    public static TheoryData<string, string, string, string> Dresses => new()
    {
        { "as it is", "", "\n", "" },
        { "CRLF", "", "\r\n", "" },
        { "JSON", "{\"key\": \"", "\\n", "\\n\"}" },
        { "JSON within JSON", "{\\\"key\\\": \\\"", "\\\\n", "\\\\n\\\"}" },
        { "JSON with CRLF", "\"", "\\r\\n", "\"" },
        { "YAML block", "key: |\n    ", "\n    ", "\n" },
        { "quoted lines", "\"", "\\n\"\n  \"", "\";" },
        { "joined with plus", "key = \"", "\\n\" +\n      \"", "\";" },
        { "joined with a plus first", "'", "\\n'\n  + '", "';" },
        { "joined with a dot", "\"", "\\n\" .\n \"", "\";" },
        { "joined without breaks", "\"", "\" +\n\"", "\"" },
        { "joined on one line", "\"", "\\n\" + \"", "\"" },
        { "backslash at the end", "\"", "\\n\\\n", "\"" },
        { "array", "['", "',\n '", "']" },
        { "hash comment", "# ", "\n# ", "\n" },
        { "slash comment", "// ", "\n// ", "\n" },
        { "quoted mail", "> ", "\n> ", "\n" },
        { "environment", "KEY=\"", "\\n", "\"" },
    };

    [Theory]
    [MemberData(nameof(Dresses))]
    public void AKeyIsReadInEveryDress(string name, string before, string lineBreak, string after)
    {
        foreach (var kind in new[] { "rsa -b 2048 -m PEM", "ed25519" })
        {
            var plain = Plain(kind);
            var expected = Read(plain);
            var text = before + string.Join(lineBreak, plain.Split('\n')) + after;
            var start = text.IndexOf("-----BEGIN", StringComparison.Ordinal);
            var result = Read(text, start);
            result.Outcome.ShouldBe(ProofOutcome.Holds, name);
            result.Facts.ShouldBe(expected.Facts);
            text[result.Extent!.Value].ShouldStartWith("-----BEGIN ");
            text[result.Extent!.Value].ShouldEndWith("PRIVATE KEY-----");
        }
    }

    [Fact]
    public void AKeyWhoseEndIsMissingIsReadToWhereItsDataEnds()
    {
        var path = File("open");
        Program.Run("ssh-keygen", $"-q -t rsa -b 2048 -m PEM -f {path} -N \"\"");
        var whole = System.IO.File.ReadAllText(path);
        var body = whole[..whole.IndexOf("-----END", StringComparison.Ordinal)].TrimEnd();
        var result = Read(body + "\n\nSome other text, and more of it.\n");
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Extent!.Value.End.Value.ShouldBe(body.Length);

        var cut = Read(body[..(body.Length / 2)] + "\n\nSome other text");
        cut.Outcome.ShouldBe(ProofOutcome.Fails);
        cut.Extent!.Value.End.Value.ShouldBeLessThanOrEqualTo(body.Length / 2);
    }

    [Fact]
    public void AKeyWhoseEndIsMissingDoesNotSwallowTheNext()
    {
        var path = File("two");
        Program.Run("ssh-keygen", $"-q -t rsa -b 2048 -m PEM -f {path} -N \"\"");
        var whole = System.IO.File.ReadAllText(path);
        var first = whole[..(whole.Length / 2)];
        Read(first + "\n" + whole).Extent!.Value.End.Value.ShouldBeLessThanOrEqualTo(first.Length);
        Read(first + "\n" + whole, first.Length + 1).Outcome.ShouldBe(ProofOutcome.Holds);
    }

    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\";\nconst string Footer = \"-----END RSA PRIVATE KEY-----\";")]
    [InlineData("-----BEGIN PRIVATE KEY-----') {\n  throw new Error('no key in this file, please give one that has a key in it')\n}\n")]
    [InlineData("-----BEGIN RSA PRIVATE KEY----- stands at the start of a key, and what follows is base64 text of its DER form.")]
    public void AHeaderWithoutAKeyIsNone(string text) => Read(text).Outcome.ShouldBe(ProofOutcome.Rejects);

    [Fact]
    public void AKeyThatWasChangedIsNoLongerOne()
    {
        var path = File("changed");
        Program.Run("ssh-keygen", $"-q -t rsa -b 2048 -m PEM -f {path} -N \"\"");
        var text = System.IO.File.ReadAllText(path);
        var result = Read(text.Remove(200, 8));
        result.Outcome.ShouldBe(ProofOutcome.Fails);
        result.Reason.ShouldBe(Reason.StructureFails);
    }

    // Made once for all dresses.
    private static readonly ConcurrentDictionary<string, string> Made = new();

    private string Plain(string kind) => Made.GetOrAdd(kind, _ =>
    {
        var path = File("plain");
        Program.Run("ssh-keygen", $"-q -t {kind} -f {path} -N \"\"");
        return System.IO.File.ReadAllText(path).TrimEnd();
    });

    private static ProofResult Read(string text, int start = 0)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        var header = text.IndexOf("-----", start + 5, StringComparison.Ordinal) + 5;
        return KnownProofs.Find("private-key")!.Check(new ProofInput(bytes, start, header, start, header));
    }

    private string SshFingerprint(string path)
    {
        Program.Run("chmod", $"600 {path}");
        System.IO.File.WriteAllText(path + ".pub", Program.Run("ssh-keygen", $"-yf {path}"));
        return Program.Run("ssh-keygen", $"-lf {path}.pub").Split(' ')[1];
    }

    private string File(string name) => Path.Combine(_folder, $"{name}-{Guid.NewGuid():N}");
}
