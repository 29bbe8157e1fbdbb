using System.Text.Json;

namespace Stanch.Cli.Tests.Ci;

/// <summary><c>stanch ci</c> as a CI system runs it.</summary>
public sealed class CiTests
{
    [Fact]
    public void APullRequestIsScannedForWhatItBringsOnly()
    {
        using var here = Project(old: true);
        here.Git("checkout", "--quiet", "-b", "feature").File("new.env", Fake.SlackBotToken(2)).Commit("brings one").Delete("new.env").Commit("takes it away");
        var outcome = AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(1);
        outcome.Error.ShouldBe("stanch: GitHub Actions, pull request 7 into main: 2 commits (what main does not have)\n");
        outcome.Output.ShouldContain("new.env:1:1");
        outcome.Output.ShouldNotContain("old.env");
        outcome.Output.ShouldContain("::error ");
    }

    [Fact]
    public void ACleanPullRequestPasses()
    {
        using var here = Project(old: true);
        here.Git("checkout", "--quiet", "-b", "feature").File("readme", "hello").Commit("harmless");
        AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(0).Output.ShouldContain("No secrets found in what this build brings.");
    }

    [Fact]
    public void WhatStoodInAChangedFileBeforeIsCountedNotShouted()
    {
        using var here = Project(old: true);
        here.Git("checkout", "--quiet", "-b", "feature").File("old.env", $"{Fake.SlackBotToken(1)}\nMODE=fast\n").Commit("touches it");
        var outcome = AsGitHub(here, "pull_request").Stanch("ci").ShouldExit(0);
        outcome.Output.ShouldContain("1 found in changed files stands there since before these commits");
    }

    [Fact]
    public void TheEventFileSaysWhatAPushBrings()
    {
        using var here = Project(old: true);
        var before = Head(here);
        here.File("new.env", Fake.SlackBotToken(2)).Commit("one").File("more", "x").Commit("two");
        here.File("../event.json", $$"""{"before":"{{before}}","after":"{{Head(here)}}","repository":{"default_branch":"main"} }""");
        var outcome = AsGitHub(here, "push").With("GITHUB_EVENT_PATH", here.At("../event.json")).Stanch("ci", "--report", "jsonl").ShouldExit(1);
        ScanTests.Findings(outcome).ShouldBe(["new.env:1 slack-bot-token"]);
        outcome.Error.ShouldContain("2 commits (");
    }

    [Fact]
    public void ExplainSaysWhatWouldBeScannedAndScansNothing()
    {
        using var here = Project(old: true);
        here.Git("checkout", "--quiet", "-b", "feature").File("new.env", Fake.SlackBotToken(2)).Commit("brings one");
        var outcome = AsGitHub(here, "pull_request").Stanch("ci", "--explain").ShouldExit(0);
        outcome.Error.ShouldBeEmpty();
        outcome.Output.ShouldContain("System       GitHub Actions\n");
        outcome.Output.ShouldContain("Build        pull request 7 into main\n");
        outcome.Output.ShouldContain("Scans        1 commit (what main does not have)\n");
        outcome.Output.ShouldContain($"Checked out  {Head(here)}\n");
        outcome.Output.ShouldContain("Decisions    those of ");
        outcome.Output.ShouldNotContain("new.env");
    }

    [Fact]
    public void AShallowCloneFailsInOneLineAndDeepensOnRequest()
    {
        using var here = Project(old: false);
        here.File("new.env", Fake.SlackBotToken(2)).Commit("one").File("more", "x").Commit("two");
        var before = here.Shell("git", "rev-parse", "HEAD~2").Trim();
        here.In("../clones").Git("clone", "--quiet", "--depth", "1", $"file://{here.At("../work")}", "shallow").In("shallow");
        here.With("GITLAB_CI", "true").With("CI_PIPELINE_SOURCE", "push").With("CI_COMMIT_SHA", Head(here)).With("CI_COMMIT_BEFORE_SHA", before).With("CI_COMMIT_BRANCH", "main").With("CI_DEFAULT_BRANCH", "main");
        var refused = here.Stanch("ci").ShouldExit(2);
        refused.Error.ShouldContain("GIT_DEPTH");
        refused.Error.TrimEnd().ShouldNotContain("\n");
        ScanTests.Findings(here.Stanch("ci", "--deepen", "--report", "jsonl").ShouldExit(1)).ShouldBe(["new.env:1 slack-bot-token"]);
    }

    [Fact]
    public void AnUnknownSystemIsAskedForTheCommits()
    {
        using var here = Project(old: true);
        here.Stanch("ci").ShouldExit(2).Error.ShouldContain("--from COMMIT");
        here.File("new.env", Fake.SlackBotToken(2)).Commit("one");
        ScanTests.Findings(here.Stanch("ci", "--from", "HEAD~1", "--report", "jsonl").ShouldExit(1)).ShouldBe(["new.env:1 slack-bot-token"]);
        here.With("TRAVIS", "true").With("CIRCLECI", "true").Stanch("ci").ShouldExit(2).Error.ShouldContain("several CI systems");
        here.Stanch("ci", "--system", "circle").ShouldExit(2).Error.ShouldContain("circleci");
    }

    [Fact]
    public void OutsideOfARepositoryItSaysSo()
    {
        using var here = new Sandbox().With("TRAVIS", "true");
        here.Stanch("ci").ShouldExit(2).Error.ShouldContain("no git repository");
    }

    [Fact]
    public void AnAcceptedFindingIsNotNew()
    {
        using var here = Project(old: false);
        here.File("known.env", Fake.SlackBotToken(3));
        here.Stanch("baseline", "create");
        here.Commit("accepted");
        here.With("BITBUCKET_BUILD_NUMBER", "1").With("BITBUCKET_COMMIT", Head(here)).With("BITBUCKET_BRANCH", "main");
        // Nothing tells what was there before: everything is scanned, and this push may not accept for itself.
        here.Stanch("ci").ShouldExit(1).Output.ShouldContain("accepts 1 finding more in .stanch-baseline");
        here.File("more", "x").Commit("later").With("BITBUCKET_COMMIT", Head(here));
        here.Stanch("ci").ShouldExit(0).Output.ShouldContain("Ignored: 1 by the baseline.");
        here.Has("test-results/stanch.xml").ShouldBeTrue();
    }

    [Fact]
    public void EachSystemGetsItsReportWhereItLooks()
    {
        using var here = Project(old: false);
        here.Git("checkout", "--quiet", "-b", "feature").File("new.env", Fake.SlackBotToken(2)).Commit("brings one");
        here.With("GITLAB_CI", "true").With("CI_PIPELINE_SOURCE", "merge_request_event").With("CI_COMMIT_SHA", Head(here)).With("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main").With("CI_PROJECT_DIR", here.Work);
        here.Stanch("ci").ShouldExit(1);
        JsonDocument.Parse(here.Read("gl-secret-detection-report.json")).RootElement.GetProperty("vulnerabilities").GetArrayLength().ShouldBe(1);
        foreach (var name in new[] { "GITLAB_CI", "CI_PIPELINE_SOURCE" }) here.With(name, null);
        here.With("TEAMCITY_VERSION", "2025.07").Stanch("ci", "--target", "main").ShouldExit(1).Output.ShouldContain("##teamcity[inspection typeId='slack-bot-token'");
        here.With("TEAMCITY_VERSION", null).With("TF_BUILD", "True").With("BUILD_REASON", "PullRequest").With("SYSTEM_PULLREQUEST_TARGETBRANCH", "main");
        here.Stanch("ci").ShouldExit(1).Output.ShouldContain("##vso[task.logissue type=error;sourcepath=new.env;linenumber=1;");
        var plain = here.Stanch("ci", "--plain").ShouldExit(1).Output;
        plain.ShouldNotContain("##vso[");
        plain.ShouldContain("new.env:1:1");
        JsonDocument.Parse(here.Stanch("ci", "--report", "json").ShouldExit(1).Output);
    }

    [Fact]
    public void GitHubsSummaryIsAddedTo()
    {
        using var here = Project(old: false);
        here.Git("checkout", "--quiet", "-b", "feature").File("new.env", Fake.SlackBotToken(2)).Commit("brings one").File("../summary.md", "# Before\n");
        AsGitHub(here, "pull_request").With("GITHUB_STEP_SUMMARY", here.At("../summary.md")).Stanch("ci").ShouldExit(1);
        var summary = here.Read("../summary.md");
        summary.ShouldStartWith("# Before\n");
        summary.ShouldContain("new.env");
    }

    [Fact]
    public void BuildkitesAgentIsHandedTheAnnotation()
    {
        using var here = Project(old: false);
        here.File("../bin/buildkite-agent", $"#!/bin/sh\necho \"$@\" > '{here.At("../annotated")}'\ncat >> '{here.At("../annotated")}'\n").Shell("chmod", "+x", here.At("../bin/buildkite-agent"));
        here.Git("checkout", "--quiet", "-b", "feature").File("new.env", Fake.SlackBotToken(2)).File("buildkite-agent", "#!/bin/sh\nexit 1\n").Commit("brings one");
        here.With("BUILDKITE", "true").With("BUILDKITE_COMMIT", "HEAD").With("BUILDKITE_BRANCH", "feature").With("BUILDKITE_PULL_REQUEST", "7").With("BUILDKITE_PULL_REQUEST_BASE_BRANCH", "main");
        here.With("PATH", $".:{here.At("../bin")}:{Environment.GetEnvironmentVariable("PATH")}").Stanch("ci").ShouldExit(1);
        here.Read("../annotated").ShouldStartWith("annotate --context stanch");
        here.Read("../annotated").ShouldContain("new.env");
    }

    /// <summary>A repository whose branch main has one commit, with a secret where asked for.</summary>
    internal static Sandbox Project(bool old)
    {
        var here = new Sandbox().Git("init", "--quiet").File("readme", "x");
        if (old) here.File("old.env", Fake.SlackBotToken(1));
        return here.Commit("first");
    }

    internal static string Head(Sandbox here) => here.Shell("git", "rev-parse", "HEAD").Trim();

    internal static Sandbox AsGitHub(Sandbox here, string happened)
    {
        here.With("CI", "true").With("GITHUB_ACTIONS", "true").With("GITHUB_EVENT_NAME", happened).With("GITHUB_SHA", Head(here));
        if (happened != "pull_request") return here.With("GITHUB_REF", "refs/heads/main");
        here.File("../event.json", """{"number":7,"repository":{"default_branch":"main"}}""");
        return here.With("GITHUB_REF", "refs/pull/7/merge").With("GITHUB_BASE_REF", "main").With("GITHUB_EVENT_PATH", here.At("../event.json"));
    }
}
