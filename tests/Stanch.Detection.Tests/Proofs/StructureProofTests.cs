using System.Security.Cryptography;
using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

public sealed class StructureProofTests
{
    private static readonly Gen<string> Random = Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].Array[43].Select(characters => new string(characters));

    [Theory]
    [InlineData("HS256", 32, true)]
    [InlineData("HS384", 48, true)]
    [InlineData("HS512", 64, true)]
    [InlineData("RS256", 256, true)]
    [InlineData("RS256", 512, true)]
    [InlineData("PS384", 384, true)]
    [InlineData("ES256", 64, true)]
    [InlineData("ES512", 132, true)]
    [InlineData("EdDSA", 64, true)]
    [InlineData("HS256", 31, false)]
    [InlineData("none", 0, false)]
    [InlineData("ES384", 64, false)]
    public void AJwtIsWeighedByItsSignature(string algorithm, int signature, bool fits)
    {
        var result = ProofText.Check("jwt", Jwt(algorithm, """{"iss":"https://issuer.example","sub":"me","iat":1700000000,"exp":1800000000}""", signature));
        result.Outcome.ShouldBe(fits ? ProofOutcome.Silent : ProofOutcome.Fails);
        result.Fact("issuer").ShouldBe("https://issuer.example");
        result.Fact("issued").ShouldBe("2023-11-14T22:13:20Z");
        result.Fact("expires").ShouldBe("2027-01-15T08:00:00Z");
        result.Fact("algorithm").ShouldBe(algorithm);
    }

    [Theory]
    [InlineData("""{"sub":"1234567890","name":"Anyone","iat":1516239022}""", "Fails")]
    [InlineData("""{"sub":"1234567890","name":"Anyone","iat":1700000000}""", "Silent")]
    [InlineData("""{"iss":"github.com","aud":"raw.githubusercontent.com","exp":1700000300,"nbf":1700000000}""", "Rejects")]
    public void AJwtOfAFirstPageOrOfAnImageInAPageIsNoLeak(string claims, string outcome) =>
        ProofText.Check("jwt", Jwt("HS256", claims, 32)).Outcome.ToString().ShouldBe(outcome);

    [Theory]
    [InlineData("anon", "Fails")]
    [InlineData("service_role", "Silent")]
    public void ASupabaseKeyIsPublicOrNotByItsRole(string role, string outcome)
    {
        var result = ProofText.Check("jwt", Jwt("HS256", $$"""{"role":"{{role}}"}""", 32));
        result.Outcome.ToString().ShouldBe(outcome);
        result.Fact("role").ShouldBe(role);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"alg":5}""", "{}")]
    [InlineData("""{"alg":"\ud800"}""", "{}")]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"\udc00"}""")]
    [InlineData("""{"alg":"HS256"}""", "{")]
    [InlineData("[1]", "{}")]
    public void WhatDoesNotDecodeIsNoJwt(string header, string payload)
    {
        var text = $"{ProofText.Base64Url(Encoding.UTF8.GetBytes(header))}.{ProofText.Base64Url(Encoding.UTF8.GetBytes(payload))}.{ProofText.Base64Url(new byte[32])}";
        ProofText.Check("jwt", text).Outcome.ShouldBe(ProofOutcome.Rejects);
    }

    [Theory]
    [InlineData("""{"alg":"HS256",typ":"JWT"}""", "{}", 32, "Fails")]
    [InlineData("{\n alg\":\"HS256\"}", "{}", 32, "Rejects")]
    [InlineData("""{ "alg":"HS256" """, """{"sub":"me"}""", 32, "Fails")]
    [InlineData("""{ "alg":"HS256" """, "not an object", 32, "Rejects")]
    [InlineData("""{ "name":"x" """, "{}", 32, "Rejects")]
    [InlineData("""{"alg":"HS256",typ":"JWT"}""", "{}", -1, "Rejects")]
    public void AJwtWhoseHeaderWasDamagedIsNotDropped(string header, string payload, int signature, string outcome)
    {
        var text = $"{ProofText.Base64Url(Encoding.UTF8.GetBytes(header))}.{ProofText.Base64Url(Encoding.UTF8.GetBytes(payload))}";
        ProofText.Check("jwt", signature < 0 ? text : $"{text}.{ProofText.Base64Url(new byte[signature])}").Outcome.ToString().ShouldBe(outcome);
    }

    [Fact]
    public void AGitHubAppTokenOf2026NamesItsApplication()
    {
        var result = ProofText.Check("jwt-github-app", $"ghs_123456_{Jwt("RS256", """{"exp":1800000000}""", 256)}");
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("applicationId").ShouldBe("123456");
        result.Fact("expires").ShouldBe("2027-01-15T08:00:00Z");
    }

    [Fact]
    public void AFineGrainedGitHubTokenNamesItsOwner() => Gen.Select(Gen.UInt, Random).Sample((owner, random) =>
    {
        var id = ProofText.Base32(BitConverter.GetBytes(owner).Reverse().ToArray());
        var token = $"github_pat_11{id}0{random[..14]}_{random}";
        ProofText.Check("github-owner", token).Fact("ownerId").ShouldBe($"{owner}");
        ProofText.Check("github-owner", token.Replace($"{id}0", $"{id}1", StringComparison.Ordinal)).Facts.ShouldBeEmpty();
    });

    // https://discord.com/developers/docs/reference#snowflakes gives 175928847299117063 as made at 2016-04-30 11:18:25.796 UTC.
    [Fact]
    public void ADiscordTokenNamesItsBotAndWhenItWasMade() => Random.Sample(random =>
    {
        var token = $"{ProofText.Base64Url("175928847299117063"u8.ToArray())}.{random[..6]}.{random[..38]}";
        var result = ProofText.Check("discord-token", token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("botId").ShouldBe("175928847299117063");
        result.Fact("created").ShouldBe("2016-04-30T11:18:25Z");
        ProofText.Check("discord-token", "x" + token).Outcome.ShouldBe(ProofOutcome.Fails);
    });

    [Fact]
    public void APyPiTokenIsAMacaroonOfItsRegistry() => Gen.Byte.Array[60].Sample(random =>
    {
        var token = "pypi-" + ProofText.Base64Url([2, 1, 8, .. "pypi.org"u8, 2, 36, .. random, 0]);
        var result = ProofText.Check("pypi-macaroon", token);
        result.Outcome.ShouldBe(ProofOutcome.Holds);
        result.Fact("registry").ShouldBe("pypi.org");
        ProofText.Check("pypi-macaroon", "pypi-" + ProofText.Base64Url([2, 1, 200, .. random])).Outcome.ShouldBe(ProofOutcome.Fails);
    });

    [Fact]
    public void AnAzureCaskKeySaysWhenItWasIssued() => Random.Sample(random =>
    {
        var key = $"{random}{random[..9]}JQQJ99BKAC{random[..14]}AZDO{random[..4]}";
        key.Length.ShouldBe(84);
        var result = ProofText.Check("azure-cask", key);
        result.Fact("issued").ShouldBe("2025-11");
        result.Fact("providerSignature").ShouldBe("AZDO");
    });

    [Fact]
    public void AJFrogReferenceTokenSaysSo() => Random.Sample(random =>
        ProofText.Check("jfrog-reference", Convert.ToBase64String(Encoding.ASCII.GetBytes($"reftkn:01:1700000000:{random[..28]}")).TrimEnd('=')).Outcome == ProofOutcome.Holds);

    [Theory]
    [InlineData("user:k7Qz-93Xv#b", "Silent")]
    [InlineData("user:pass-word-17", "Fails")]
    [InlineData("user:", "Fails")]
    [InlineData(":open-sesame", "Fails")]
    [InlineData("user:testpass", "Rejects")]
    [InlineData("user:password", "Rejects")]
    [InlineData("no colon", "Rejects")]
    [InlineData("user:\u0001", "Rejects")]
    public void BasicCredentialsAreAUserAndAPassword(string text, string outcome) =>
        ProofText.Check("basic-credentials", Convert.ToBase64String(Encoding.Latin1.GetBytes(text))).Outcome.ToString().ShouldBe(outcome);

    // One in some hundreds has "abc" or another sign of a stand-in by chance.
    private static Gen<string> StrongPassword => Random.Select(random => $"k7Qz{random[..16]}9x").Where(password => PasswordWeight.IsConvincing(Encoding.ASCII.GetBytes(password)));

    [Theory]
    [InlineData("git.acme-corp.net", "Silent", null)]
    [InlineData("db.example.com", "Fails", Reason.ExampleHost)]
    [InlineData("localhost:5432", "Fails", Reason.ExampleHost)]
    public void AStrongPasswordBesideAnExampleHostIsSaidToStandThere(string host, string outcome, string? reason) => StrongPassword.Sample(password =>
    {
        var text = Encoding.Latin1.GetBytes($"https://deploy:{password}@{host}/x");
        var at = "https://deploy:".Length;
        var result = KnownProofs.Find("url-credentials")!.Check(new ProofInput(text, 0, text.Length, at, at + password.Length));
        (result.Outcome.ToString(), result.Reason).ShouldBe((outcome, reason));
    });

    [Theory]
    [InlineData("slack-ids", "xoxb-1111-2222-", "workspaceNumber", "1111")]
    [InlineData("slack-ids", "xoxb-1111-2222-", "botNumber", "2222")]
    [InlineData("slack-ids", "xoxp-1111-2222-3333-", "userNumber", "2222")]
    [InlineData("slack-ids", "https://hooks.slack.com/services/T0AAA/B0BBB/", "applicationId", "B0BBB")]
    [InlineData("stripe-mode", "sk_live_", "mode", "live")]
    [InlineData("stripe-mode", "rk_test_", "mode", "test")]
    [InlineData("twilio-sid", "SK", "kind", "API key")]
    [InlineData("telegram-bot", "4839574812:", "botId", "4839574812")]
    [InlineData("google-oauth-client", "123456789012-", "projectNumber", "123456789012")]
    public void AnIdentifierIsReadOutOfItsToken(string proof, string prefix, string fact, string value) =>
        Random.Sample(random => ProofText.Check(proof, prefix + random).Fact(fact) == value);

    [Fact]
    public void AMailchimpKeyNamesItsDataCentre() => Random.Sample(random => ProofText.Check("mailchimp-datacenter", $"{random}-us21").Fact("dataCenter") == "us21");

    [Fact]
    public void AServiceAccountNamesItsProject()
    {
        var json = Encoding.ASCII.GetBytes("""{"type": "service_account", "project_id": "my-project", "private_key_id": "abc", "private_key": "KEY", "client_email": "me@my-project.example"}""");
        var at = json.AsSpan().IndexOf("KEY"u8);
        var result = KnownProofs.Find("gcp-service-account")!.Check(new ProofInput(json, at, at + 3, at, at + 3));
        result.Fact("projectId").ShouldBe("my-project");
        result.Fact("serviceAccount").ShouldBe("me@my-project.example");
        result.Fact("keyId").ShouldBe("abc");
    }

    private static string Jwt(string algorithm, string payload, int signature) =>
        $"{ProofText.Base64Url(Encoding.ASCII.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}"""))}.{ProofText.Base64Url(Encoding.UTF8.GetBytes(payload))}.{ProofText.Base64Url(RandomNumberGenerator.GetBytes(signature))}";
}
