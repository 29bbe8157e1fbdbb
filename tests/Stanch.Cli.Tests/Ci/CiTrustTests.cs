namespace Stanch.Cli.Tests.Ci;

/// <summary>A pull request cannot excuse itself: only what the base commit decided is obeyed, and what the change would alter is listed.</summary>
public sealed class CiTrustTests
{
    private const string Everything = "exclude: ['*']\nignore: [{ path: '*', reason: trust me }]\ndetectors:\n  disable: ['*']\nfailOn: confirmed\nminSeverity: critical\nincomplete: warn\n";

    [Theory]
    [InlineData(".stanch.yaml", "exclude: ['*']\n", "sets exclude *")]
    [InlineData(".stanch.yaml", "ignore: [{ path: '*', reason: trust me }]\n", "sets ignore path *, reason trust me")]
    [InlineData(".stanch.yaml", "detectors: { disable: ['*'] }\n", "sets detectors.disable *")]
    [InlineData(".stanch.yaml", "failOn: confirmed\n", "sets failOn confirmed")]
    [InlineData(".stanch.yaml", "minSeverity: critical\n", "sets minSeverity critical")]
    [InlineData("app/.stanch.yaml", "exclude: ['*']\n", "sets exclude *")]
    [InlineData("app/.stanch.yaml", "failOn: confirmed\n", "sets app: failOn confirmed")]
    [InlineData(".stanch.yaml", "nonsense: [\n", "breaks .stanch.yaml:")]
    [InlineData("app/.stanch.yaml", "nonsense: 1\n", "breaks app/.stanch.yaml:")]
    [InlineData(".stanch.yaml", "baseline: ../outside\n", "breaks .stanch.yaml:")]
    public void AHostilePullRequestIsStoppedAndSaysWhatItTried(string path, string content, string said)
    {
        using var here = CiTests.Project(old: false);
        here.Git("checkout", "--quiet", "-b", "hostile").File(path, content).File("app/new.env", Fake.SlackBotToken(2)).Commit("hostile");
        var outcome = CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1);
        outcome.Output.ShouldContain("app/new.env:1:1");
        outcome.Output.ReplaceLineEndings(" ").ShouldContain("not obeyed here");
        Flat(outcome.Output).ShouldContain(said);
        Flat(CiTests.AsGitHub(here, "pull_request").Stanch("ci", "--explain").ShouldExit(0).Output).ShouldContain($"Not obeyed the change {said}");
    }

    [Fact]
    public void AnIgnoreCommentOfTheChangeIsNotObeyed()
    {
        using var here = CiTests.Project(old: false);
        here.Git("checkout", "--quiet", "-b", "hostile").File("new.env", $"{Fake.SlackBotToken(2)} # stanch:ignore\n").Commit("hostile");
        CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1).Output.ShouldContain("ignore comment");
        here.Stanch("ci", "--trust-change").ShouldExit(0);
    }

    [Fact]
    public void ABaselineOfTheChangeIsNotObeyed()
    {
        using var here = CiTests.Project(old: false);
        here.Stanch("baseline", "create");
        here.Commit("key").Git("checkout", "--quiet", "-b", "hostile").File("new.env", Fake.SlackBotToken(2));
        here.Stanch("baseline", "update", "--accept");
        here.Commit("hostile");
        Flat(CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1).Output).ShouldContain("accepts 1 finding more in .stanch-baseline");
        here.Stanch("ci", "--trust-change").ShouldExit(0);
        // Nor where the pipeline, which the change may have written, names it.
        here.Stanch("ci", "--baseline", ".stanch-baseline").ShouldExit(2).Error.ShouldContain("could excuse itself");
    }

    [Fact]
    public void AConfigurationThatComesWithTheChangeIsRefusedByWhicheverWay()
    {
        using var here = CiTests.Project(old: false);
        here.Git("checkout", "--quiet", "-b", "hostile").File("evil.yaml", "exclude: ['*']\n").File("new.env", Fake.SlackBotToken(2)).Commit("hostile");
        CiTests.AsGitHub(here, "pull_request").Stanch("ci", "--config", "evil.yaml").ShouldExit(2).Error.ShouldContain("--config names 'evil.yaml'");
        here.With("STANCH_CONFIG", here.At("evil.yaml")).Stanch("ci").ShouldExit(2).Error.ShouldContain("STANCH_CONFIG");
        here.File("../ours.yaml", "ignore: [{ path: new.env, reason: ours }]\n").With("STANCH_CONFIG", here.At("../ours.yaml")).Stanch("ci").ShouldExit(0);
    }

    [Fact]
    public void TheWorkingTreeHasNoSay()
    {
        using var here = CiTests.Project(old: false);
        here.Git("checkout", "--quiet", "-b", "hostile").File("new.env", Fake.SlackBotToken(2)).Commit("brings one").File(".stanch.yaml", Everything);
        CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1);
    }

    [Fact]
    public void TheDecisionsOfTheBaseAreObeyedEvenWhereTheChangeTakesThemAway()
    {
        using var here = CiTests.Project(old: false);
        here.File(".stanch.yaml", "ignore: [{ path: fixtures/, reason: made up }]\n").File("app/.stanch.yaml", "exclude: [made-up.env]\n").Commit("decided");
        here.Git("checkout", "--quiet", "-b", "feature").Delete(".stanch.yaml").File("fixtures/a.env", Fake.SlackBotToken(2)).File("app/made-up.env", Fake.SlackBotToken(3)).Commit("change");
        var outcome = CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(0);
        Flat(outcome.Output).ShouldContain("takes away ignore path fixtures/");
    }

    [Fact]
    public void ALinkInPlaceOfTheConfigurationLeadsNowhere()
    {
        using var here = CiTests.Project(old: false);
        here.File("../outside.yaml", Everything).Git("checkout", "--quiet", "-b", "hostile").File("new.env", Fake.SlackBotToken(2));
        File.CreateSymbolicLink(here.At(".stanch.yaml"), here.At("../outside.yaml"));
        here.Commit("hostile");
        CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1);
    }

    [Fact]
    public void NothingThatWasCommittedIsACommandInTheLog()
    {
        using var here = CiTests.Project(old: false);
        here.Git("checkout", "--quiet", "-b", "hostile")
            .File("##vso[task.setvariable variable=x]y.env", Fake.SlackBotToken(2))
            .File(".stanch.yaml", "ignore: [{ path: a, reason: '##vso[task.complete result=Succeeded]' }]\n")
            .File("b.env", $"# ##vso[task.complete result=Succeeded]\n{Fake.SlackBotToken(3)}\n").Commit("##vso[task.complete result=Succeeded]");
        here.With("TF_BUILD", "True").With("BUILD_REASON", "PullRequest").With("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main");
        var outcome = here.Stanch("ci").ShouldExit(1);
        foreach (var line in (outcome.Output + outcome.Error + here.Stanch("ci", "--explain").Output).Split('\n').Where(line => line.Contains("##", StringComparison.Ordinal)))
        {
            line.LastIndexOf("##vso[", StringComparison.Ordinal).ShouldBeLessThanOrEqualTo(0, line);
            if (line.StartsWith("##vso[", StringComparison.Ordinal)) line.ShouldStartWith("##vso[task.logissue ");
        }
    }

    [Fact]
    public void NoReportIsWrittenThroughALinkOfTheChange()
    {
        using var here = CiTests.Project(old: false);
        here.File("../precious", "mine").File("../folder/stanch.xml", "mine").Git("checkout", "--quiet", "-b", "hostile").File("new.env", Fake.SlackBotToken(2));
        File.CreateSymbolicLink(here.At("gl-secret-detection-report.json"), here.At("../precious"));
        File.CreateSymbolicLink(here.At("stanch.sarif"), here.At("../precious"));
        Directory.CreateSymbolicLink(here.At("test-results"), here.At("../folder"));
        here.Commit("hostile").With("GITLAB_CI", "true").With("CI_PIPELINE_SOURCE", "merge_request_event").With("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        here.Stanch("ci").ShouldExit(1).Error.ShouldContain("is a link, which could lead anywhere");
        here.Stanch("ci", "--report", "sarif=stanch.sarif").ShouldExit(2).Error.ShouldContain("is a link");
        here.With("GITLAB_CI", null).With("BITBUCKET_BUILD_NUMBER", "1").With("BITBUCKET_COMMIT", "HEAD").With("BITBUCKET_PR_ID", "7").With("BITBUCKET_PR_DESTINATION_BRANCH", "main");
        here.Stanch("ci").ShouldExit(1).Error.ShouldContain("is a link, which could lead anywhere");
        here.Read("../precious").ShouldBe("mine");
        here.Read("../folder/stanch.xml").ShouldBe("mine");
    }

    [Fact]
    public void AFileNamedAsAWorkflowCommandIsNone()
    {
        using var here = CiTests.Project(old: false);
        here.Git("checkout", "--quiet", "-b", "hostile").File("::add-mask::x.env", Fake.SlackBotToken(2)).Commit("hostile");
        var outcome = CiTests.AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1);
        outcome.Output.Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("::add-mask", StringComparison.Ordinal));
    }

    // Lines of a report are wrapped.
    private static string Flat(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
