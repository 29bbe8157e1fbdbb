using System.Text;
using Stanch.Detection;
using Stanch.Detection.Scanning;

namespace Stanch.Catalogue.Tests;

/// <summary>Text of ordinary projects that holds a credential's word and no credential: with all detectors, nothing is found.</summary>
public sealed class OrdinaryTextTests
{
    private static readonly Scanner Scanner = new(BuiltInCatalogue.Detectors);

    [Theory]
    [InlineData("run.log", "--- PASS: TestNames/second (0.04s)")]
    [InlineData("repository.c", "/* the caller could pass \"quiet\" to the command */")]
    [InlineData("netrc.3", "and follow the login and password that are associated with that machine.")]
    [InlineData("messages.po", "#. Do not translate PASSWORD: those are placeholders.")]
    [InlineData("server.pl", "#  -N:  new passphrase   : OpenSSH 1.2.1 and later")]
    [InlineData("forms.css", "input[type=password]:focus,input[type=date]:focus{color:red}")]
    [InlineData("locales.php", "'en_PW' => 'angilekan (Palau)',")]
    [InlineData("krb5.c", "if(!strncmp(from, \"PASS \", 5) || !strncmp(from, \"ACCT \", 5))")]
    [InlineData("send.perl", "my $re_token = qr/[^][()<>@,;:]+/;")]
    [InlineData("ltmain.sh", "fi # $pass = dlpreopen")]
    [InlineData("http.yml", "ciphers: 'RC4-SHA:TLS13-AES-128-GCM-SHA256'")]
    [InlineData("gitk", "bind . <$M1B-Key-Down> \"allcanvs yview scroll 1 units\"")]
    [InlineData("request.txt", "Authorization: XXX4-HMAC-SHA256 Credential=xxx/19700101/rrr/127/xxx4_request, SignedHeaders=host")]
    [InlineData("credential.sh", "host=foo.org\nusername=bar\npath=/x\n")]
    [InlineData("manual.txt", "curl -u user:password http://docs.example.org/")]
    [InlineData("proxy.yaml", "proxy: http://proxyuser:proxypass@proxy.internal:3128")]
    [InlineData("dsn.md", "MAILER_DSN=mail+api://KEY:API_KEY@default")]
    [InlineData("api.yaml", "IdentityToken: \"9cbaf023786cd7...\"")]
    [InlineData("guide.txt", "https://someone:hello@www.example.com/path")]
    public void HoldsNoSecret(string path, string text) => Find(path, text).ShouldBeEmpty();

    [Theory]
    [InlineData("netrc", "machine mail.internal login ada password {0}")]
    [InlineData("netrc", "  login ada password {0}")]
    [InlineData("build.gradle", "pass \"{0}\"")]
    [InlineData("run.sh", "curl -u ada:{0} https://ci.internal/api")]
    [InlineData("x.yaml", "proxy: http://ada:{0}@proxy.internal:3128")]
    public void ARealOneInTheSameSyntaxIsFound(string path, string text)
    {
        foreach (var value in Drawn())
        {
            Find(path, text.Replace("{0}", value, StringComparison.Ordinal)).ShouldContain(finding => finding.Secret.Reveal() == value);
        }
    }

    [Fact]
    public void TheTokenBehindASchemeEndsWhereItsCharactersDo()
    {
        foreach (var value in Drawn())
        {
            Find("imap.txt", $"auth=Bearer {value}%01%01]end").ShouldContain(finding => finding.Secret.Reveal() == value);
        }
    }

    // The same on every run: a draw that spells a word is rare, and would be judged by that word.
    private static IEnumerable<string> Drawn()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 20; i++)
        {
            yield return random.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 28);
        }
    }

    private static IReadOnlyList<Finding> Find(string path, string text)
    {
        var session = new ScanSession(Scanner);
        session.Accept(new Blob(Encoding.UTF8.GetBytes(text), new Provenance.File(path)));
        return session.Findings();
    }
}
