using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Stanch.Catalogue;
using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Remediation.Validity;

namespace Stanch.Remediation.Tests.Validity;

/// <summary>Each server answers as the provider's own documentation says; what the catalogue expects must agree with it.</summary>
public sealed class SecretCheckerTests
{
    private static readonly TimeProvider Now = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
    private static readonly Random Drawn = new(11);

    // https://docs.github.com/en/rest/users/users: 200 with the user, 401 "Bad credentials"; scopes stand in a header.
    [Theory]
    [InlineData(true, Detection.Validity.Valid)]
    [InlineData(false, Detection.Validity.Invalid)]
    public async Task GitHubIsAskedForTheUser(bool works, Detection.Validity expected)
    {
        var token = "ghp_" + Letters(36);
        await using var provider = await Provider.Start(["api.github.com"], context =>
        {
            var ok = works && context.Request.Path == "/user" && context.Request.Headers.Authorization == $"Bearer {token}";
            if (ok) context.Response.Headers["X-OAuth-Scopes"] = "repo, workflow";
            return Json(context, ok ? 200 : 401, ok ? """{"login":"octo","id":1,"plan":{"name":"pro"}}""" : """{"message":"Bad credentials","status":"401"}""");
        });

        var result = await Check(provider, "github-personal-access-token", token);

        result.Validity.ShouldBe(expected);
        if (works) result.Facts.Select(fact => $"{fact.Name}={fact.Value}").ShouldBe(["scopes=repo, workflow", "login=octo", "id=1", "plan.name=pro"], ignoreOrder: true);
        if (works) provider.Asked.Count.ShouldBe(2, "the control asks once more, with a made-up token");
    }

    // https://docs.slack.dev/reference/methods/auth.test: always 200; "ok" says it.
    [Theory]
    [InlineData("""{"ok":true,"team":"Acme","user":"bot","team_id":"T1"}""", Detection.Validity.Valid)]
    [InlineData("""{"ok": true, "team": "Acme"}""", Detection.Validity.Valid)]
    [InlineData("""{"ok":false,"error":"token_revoked"}""", Detection.Validity.Invalid)]
    [InlineData("""{"ok":false,"error":"fatal_error"}""", Detection.Validity.Unknown)]
    public async Task SlackSaysItInItsBody(string body, Detection.Validity expected)
    {
        var token = $"xoxb-{Digits(12)}-{Digits(12)}-{Letters(24)}";
        await using var provider = await Provider.Start(["slack.com"], context =>
            Json(context, 200, context.Request.Headers.Authorization == $"Bearer {token}" ? body : """{"ok":false,"error":"invalid_auth"}"""));

        (await Check(provider, "slack-bot-token", token)).Validity.ShouldBe(expected);
    }

    [Fact]
    public async Task AProviderThatAcceptsAnythingProvesNothing()
    {
        await using var provider = await Provider.Start(["api.github.com"], context => Json(context, 200, """{"login":"anyone"}"""));

        var result = await Check(provider, "github-personal-access-token", "ghp_" + Letters(36));

        result.Validity.ShouldBe(Detection.Validity.Unknown);
        result.Reason.ShouldContain("made-up secret");
    }

    [Theory]
    [InlineData(302, "redirects are not followed")]
    [InlineData(429, "asks to wait 17 seconds")]
    [InlineData(503, "a problem of its own")]
    [InlineData(418, "says neither yes nor no")]
    public async Task WhatIsNoAnswerIsUnknown(int status, string why)
    {
        await using var provider = await Provider.Start(["api.github.com", "elsewhere.example"], context =>
        {
            context.Response.Headers.Location = "https://elsewhere.example/user";
            context.Response.Headers.RetryAfter = "17";
            return Json(context, status, "{}");
        });

        var result = await Check(provider, "github-personal-access-token", "ghp_" + Letters(36));

        (result.Validity, provider.Asked.Count).ShouldBe((Detection.Validity.Unknown, 1));
        result.Reason.ShouldContain(why);
    }

    [Fact]
    public async Task ATimeOutIsUnknown()
    {
        await using var provider = await Provider.Start(["api.github.com"], context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var checker = new SecretChecker(Options(provider) with { Timeout = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);

        var result = await checker.CheckAsync(Asked("github-personal-access-token", "ghp_" + Letters(36)), CancellationToken.None);

        (result.Validity, result.Facts.Count).ShouldBe((Detection.Validity.Unknown, 0));
        result.Reason.ShouldContain("no answer within 0.3 seconds");
    }

    [Fact]
    public async Task AStrangeCertificateIsNotTrusted()
    {
        await using var provider = await Provider.Start(["api.github.com"], context => Json(context, 200, "{}"));
        await using var other = await Provider.Start(["api.github.com"], context => Json(context, 200, "{}"));
        using var checker = new SecretChecker(Options(provider) with { Authorities = [other.Authority] }, TimeProvider.System);

        var result = await checker.CheckAsync(Asked("github-personal-access-token", "ghp_" + Letters(36)), CancellationToken.None);

        (result.Validity, provider.Asked.Count).ShouldBe((Detection.Validity.Unknown, 0));
        result.Reason.ShouldContain("certificate is not trusted");
    }

    [Fact]
    public async Task NothingThatIsShownHoldsTheSecret()
    {
        var token = "ghp_" + Letters(36);
        foreach (var status in new[] { 200, 401, 500 })
        {
            await using var provider = await Provider.Start(["api.github.com"], context => Json(context, status, $$"""{"login":"{{token}}"}"""));
            var result = await Check(provider, "github-personal-access-token", token);
            $"{result} {string.Join(' ', result.Requests)} {string.Join(' ', result.Facts)}".ShouldNotContain(token[8..20]);
        }
    }

    [Fact]
    public async Task OneSecretIsAskedOnce()
    {
        await using var provider = await Provider.Start(["api.github.com"], context => Json(context, 401, "{}"));
        using var checker = new SecretChecker(Options(provider), TimeProvider.System);
        var asked = Asked("github-personal-access-token", "ghp_" + Letters(36));
        for (var i = 0; i < 3; i++) (await checker.CheckAsync(asked, CancellationToken.None)).Validity.ShouldBe(Detection.Validity.Invalid);
        provider.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADateOfItsOwnSpeaksWithoutANetwork()
    {
        using var checker = new SecretChecker(new CheckOptions { Proxy = new Uri("http://127.0.0.1:1") }, Now);
        var ended = Asked("github-personal-access-token", "ghp_" + Letters(36)) with { Facts = [new Fact("expires", "2026-11-23T23:59:59Z")] };
        (await checker.CheckAsync(ended, CancellationToken.None)).ShouldSatisfyAllConditions(
            result => result.Validity.ShouldBe(Detection.Validity.Expired), result => result.Requests.ShouldBeEmpty(), result => result.Reason.ShouldContain("2026-11-23"));
    }

    [Theory]
    [InlineData("GET https://{{host}}/api", "acme.example.com", null, "acme.example.com/api")]
    [InlineData("GET https://{{host}}/api", "acme.provider.io", null, "acme.provider.io/api")]
    [InlineData("GET https://{{host}}/api", null, "--host", null)]
    [InlineData("GET https://api.elsewhere.com/", null, "not one of the hosts", null)]
    [InlineData("GET https://api.provider.io:8443/", null, "port of its own", null)]
    [InlineData("GET https://user@api.provider.io/", null, "carries a user name", null)]
    [InlineData("GET https://api.provider.io/{{id}}", null, "--id", null)]
    public async Task OnlyHostsThatTheCatalogueOrTheUserNamesAreAsked(string request, string? host, string? refusal, string? reached)
    {
        await using var provider = await Provider.Start(["acme.example.com", "acme.provider.io", "api.provider.io"], context => Json(context, 401, "{}"));
        using var checker = new SecretChecker(Options(provider), TimeProvider.System);
        var check = new ValidityCheck(request, new Dictionary<string, string>(), null, new ValidityAnswer([200], null), new ValidityAnswer([401], null), [], ["provider.io"]);
        var asked = Asked("github-personal-access-token", "ghp_" + Letters(36)) with { Guide = new Guide { Validity = check }, Host = host };

        var result = await checker.CheckAsync(asked, CancellationToken.None);

        if (refusal is not null) result.Reason.ShouldContain(refusal);
        result.Validity.ShouldBe(refusal is null ? Detection.Validity.Invalid : Detection.Validity.NotChecked);
        provider.Asked.ShouldBe(reached is null ? [] : [reached]);
    }

    // A webhook is its own address: it is asked only where it leads to a host of the entry.
    [Theory]
    [InlineData("https://hooks.provider.io/T1/abc", true)]
    [InlineData("https://hooks.provider.io.evil.example/T1/abc", false)]
    [InlineData("http://hooks.provider.io/T1/abc", false)]
    [InlineData("https://evil.example/hooks.provider.io/abc", false)]
    public async Task ASecretThatIsAnAddressCannotLeadElsewhere(string secret, bool reached)
    {
        await using var provider = await Provider.Start(["hooks.provider.io"], context => Json(context, 401, "{}"));
        using var checker = new SecretChecker(Options(provider), TimeProvider.System);
        var check = new ValidityCheck("GET {{secret}}", new Dictionary<string, string>(), null, new ValidityAnswer([200], null), new ValidityAnswer([401], null), [], ["hooks.provider.io"]);

        var result = await checker.CheckAsync(Asked("github-personal-access-token", secret) with { Guide = new Guide { Validity = check } }, CancellationToken.None);

        (result.Validity, provider.Asked.Count).ShouldBe(reached ? (Detection.Validity.Invalid, 1) : (Detection.Validity.NotChecked, 0));
    }

    [Fact]
    public void AMadeUpSecretHasTheFormatAndIsAnother() => Gen.String[Gen.Char.AlphaNumeric, 8, 60].Sample(secret =>
    {
        var madeUp = MutatedSecret.Of(secret, 4);
        madeUp[..4].ShouldBe(secret[..4]);
        madeUp.ShouldNotBe(secret);
        foreach (var (old, @new) in secret.Zip(madeUp))
            (char.IsAsciiDigit(old), char.IsAsciiLetterUpper(old), char.IsAsciiHexDigit(old)).ShouldBe((char.IsAsciiDigit(@new), char.IsAsciiLetterUpper(@new), char.IsAsciiHexDigit(@new)));
    });

    [Theory]
    [InlineData("Basic {{base64({{id}}:{{secret}})}}", "Basic YWM6eDo9")]
    [InlineData("Bearer {{secret}}", "Bearer x:=")]
    [InlineData("{{secret", "{{secret")]
    public void ATemplateIsFilled(string template, string expected) =>
        new RequestTemplate(new Dictionary<string, string> { ["id"] = "ac", ["secret"] = "x:=" }).Fill(template).ShouldBe(expected);

    [Fact]
    public void WhatIsFilledInIsNoTemplate() =>
        new RequestTemplate(new Dictionary<string, string> { ["secret"] = "{{host}}", ["host"] = "h" }).Fill("a{{secret}}b").ShouldBe("a{{host}}b");

    [Fact]
    public void AnyAnswerCanBeRead() => Gen.Select(Gen.Int[100, 599], Gen.String).Sample((status, body) => AnswerFacts.Of(new Answer(status, body, null), "secret").Count.ShouldBeLessThanOrEqualTo(12));

    private static async Task<CheckResult> Check(Provider provider, string detector, string secret)
    {
        using var checker = new SecretChecker(Options(provider), TimeProvider.System);
        return await checker.CheckAsync(Asked(detector, secret), CancellationToken.None);
    }

    private static CheckOptions Options(Provider provider) => new() { Proxy = provider.ProxyAddress, Authorities = [provider.Authority], Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(60) };

    private static SecretToCheck Asked(string id, string secret)
    {
        var detector = BuiltInCatalogue.Detectors.Single(detector => detector.Id == id);
        return new SecretToCheck(detector, BuiltInCatalogue.Guide(id), new Secret(secret, detector.Pattern.PublicPrefix));
    }

    private static Task Json(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    private static string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[Drawn.Next(62)]));

    private static string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Drawn.Next(10))));
}
