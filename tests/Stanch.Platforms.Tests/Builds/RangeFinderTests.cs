using Stanch.Platforms.Builds;
using Stanch.Sources.Git;

namespace Stanch.Platforms.Tests.Builds;

/// <summary>Where variables or the clone do not say enough: never a smaller range, and errors that say how to mend them.</summary>
public sealed class RangeFinderTests(World world) : IClassFixture<World>
{
    private const string PullRequest = """GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={M} GITHUB_REF=refs/pull/7/merge GITHUB_BASE_REF=main $EVENT={"pull_request":{"base":{"ref":"main","sha":"{D}"},"head":{"ref":"feature","sha":"{F}"}}}""";
    private const string PushToMain = """GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={D} GITHUB_REF=refs/heads/main $EVENT={"before":"{B}","after":"{D}","repository":{"default_branch":"main"}}""";
    private const string PushToFeature = """GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"before":"{0}","after":"{F}","repository":{"default_branch":"main"}}""";

    [Theory]
    [InlineData(PullRequest, "refs/pull/7/merge")]
    [InlineData(PushToMain, "refs/heads/main")]
    [InlineData(PushToFeature, "refs/heads/feature")]
    public void AShallowCloneFailsWithTheLineThatMendsIt(string variables, string reference)
    {
        var clone = Shallow(reference);
        var failure = Should.Throw<BuildException>(() => Find(clone, variables));
        failure.Message.ShouldContain("shallow");
        failure.Message.ShouldContain("fetch-depth: 0");
        failure.Message.ShouldContain("stanch ci --deepen");
        failure.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData(PullRequest, "refs/pull/7/merge", "E F M")]
    [InlineData(PushToMain, "refs/heads/main", "C D")]
    [InlineData(PushToFeature, "refs/heads/feature", "E F")]
    public void AShallowCloneIsDeepenedWhereThatIsAllowed(string variables, string reference, string expected)
    {
        var range = Find(Shallow(reference), variables, new RangeOptions { MayFetch = true });
        world.Letters(range.Commits).ShouldBe(expected);
    }

    [Fact]
    public void AShallowCloneThatHoldsAllOfTheRangeIsEnough()
    {
        var clone = world.NewClone("--depth", "3", "--no-single-branch");
        world.Letters(Find(clone, PushToMain).Commits).ShouldBe("C D");
    }

    [Fact]
    public void AScheduledBuildOfAShallowCloneFailsToo()
    {
        var clone = Shallow("refs/heads/main");
        Should.Throw<BuildException>(() => Find(clone, "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=schedule GITHUB_SHA={D} GITHUB_REF=refs/heads/main")).Message.ShouldContain("whole history");
    }

    [Fact]
    public void FetchingRunsNoProgramOfTheRepository()
    {
        var clone = Shallow("refs/heads/main");
        var mark = Path.Combine(clone, "sprung");
        var trap = Path.Combine(clone, "trap");
        File.WriteAllText(trap, $"#!/bin/sh\ntouch '{mark}'\nexit 1\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var setting in new[] { "core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.askPass", "credential.helper", "core.alternateRefsCommand", "remote.origin.uploadpack", "core.editor", "gpg.program" })
            world.Git(clone, "config", setting, trap);
        foreach (var hook in new[] { "post-checkout", "reference-transaction", "post-merge", "pre-auto-gc" })
        {
            Directory.CreateDirectory(Path.Combine(clone, ".git", "hooks"));
            File.Copy(trap, Path.Combine(clone, ".git", "hooks", hook));
        }

        world.Letters(Find(clone, PushToMain, new RangeOptions { MayFetch = true }).Commits).ShouldBe("C D");
        File.Exists(mark).ShouldBeFalse();
        world.Git(clone, "config", "remote.origin.url", $"ext::{trap}");
        world.Git(clone, "config", "protocol.ext.allow", "always");
        File.WriteAllText(Path.Combine(clone, ".git", "shallow"), world["D"] + "\n");
        Should.Throw<BuildException>(() => Find(clone, PushToMain, new RangeOptions { MayFetch = true })).Message.ShouldContain("fetching it failed");
        File.Exists(mark).ShouldBeFalse();
    }

    [Fact]
    public void TheTargetBranchThatWasNotClonedIsAskedForOrFetched()
    {
        const string Variables = "GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_COMMIT_SHA={F} CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main";
        var clone = world.NewClone("--single-branch", "--branch", "feature");
        Should.Throw<BuildException>(() => Find(clone, Variables)).Message.ShouldContain("'main'");
        world.Letters(Find(clone, Variables, new RangeOptions { MayFetch = true }).Commits).ShouldBe("E F");
    }

    [Theory]
    // The commit that is built is not here.
    [InlineData("D", "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA=1234567890123456789012345678901234567890 GITHUB_REF=refs/heads/main", "check out the commit")]
    [InlineData("D", "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA=nonsense GITHUB_REF=refs/heads/main", "GITHUB_SHA is 'nonsense'")]
    [InlineData("D", "GITHUB_ACTIONS=true GITHUB_SHA={D}", "GITHUB_EVENT_NAME is not set")]
    [InlineData("F", "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={F}", "GITHUB_BASE_REF")]
    [InlineData("F", """GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_SHA={F} GITHUB_BASE_REF=main $EVENT={"pull_request":{"base":{"ref":"other"}}}""", "'main'")]
    [InlineData("D", """GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={D} GITHUB_REF=refs/heads/main $EVENT={"before":"{B}","after":"{C}"}""", "a push of")]
    [InlineData("D", "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={D} $EVENT={", "cannot be read as an event")]
    [InlineData("F", "GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_COMMIT_SHA={F}", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME")]
    [InlineData("F", "TRAVIS=true TRAVIS_EVENT_TYPE=pull_request TRAVIS_COMMIT={F} TRAVIS_PULL_REQUEST=false", "TRAVIS_PULL_REQUEST")]
    [InlineData("F", "TRAVIS=true TRAVIS_EVENT_TYPE=push TRAVIS_COMMIT={F} TRAVIS_BRANCH=feature TRAVIS_COMMIT_RANGE=abc", "no range of commits")]
    [InlineData("F", "CI=woodpecker CI_PIPELINE_EVENT=pull_request CI_COMMIT_SHA={F}", "CI_COMMIT_TARGET_BRANCH")]
    // Two at once, and none.
    [InlineData("F", "TRAVIS=true CIRCLECI=true", "several CI systems are set (CircleCI, Travis CI)")]
    [InlineData("F", "CI=true", "though CI is set")]
    [InlineData("F", "", "no CI system is recognised here: ")]
    public void ContradictionsAndGapsAreErrorsThatSayWhatToDo(string checkedOut, string variables, string said)
    {
        var failure = Should.Throw<BuildException>(() => Find(world.Clone(checkedOut), variables));
        failure.Message.ShouldContain(said);
        failure.Message.ShouldContain("--");
    }

    [Fact]
    public void ASystemInsideAnotherIsNoContradiction()
    {
        CiSystems.Recognise(SystemsTests.Variables(world, "GITHUB_ACTIONS=true CODEBUILD_BUILD_ID=x:1"), null).Id.ShouldBe("github-actions");
        CiSystems.Recognise(SystemsTests.Variables(world, "TRAVIS=true CIRCLECI=true"), "travis").Id.ShouldBe("travis");
        Should.Throw<BuildException>(() => CiSystems.Recognise(SystemsTests.Variables(world, ""), "travi")).Message.ShouldContain("did you mean 'travis'?");
    }

    [Fact]
    public void APullRequestObeysTheBranchThatItLeadsTo()
    {
        var range = Find(world.Clone("M"), PullRequest);
        range.Base.ShouldBe(world["D"]);
        range.BaseName.ShouldBe("origin/main");
        range.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void APushObeysWhatWasThereBefore() => Find(world.Clone("D"), PushToMain).Base.ShouldBe(world["B"]);

    [Fact]
    public void APushOfWhichNothingIsToldDoesNotExcuseItselfEither()
    {
        var range = Find(world.Clone("D"), "BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={D} BITBUCKET_BRANCH=main");
        world.Letters(range.Commits).ShouldBe("A B C D");
        range.Base.ShouldBe(world["C"]);
        range.Remarks.ShouldHaveSingleItem().ShouldContain("everything is scanned");
        Find(world.Clone("A"), "BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT={A} BITBUCKET_BRANCH=main").Base.ShouldBeNull();
    }

    [Fact]
    public void AScheduledBuildOfTheDefaultBranchObeysItself() =>
        Find(world.Clone("D"), "TRAVIS=true TRAVIS_EVENT_TYPE=cron TRAVIS_COMMIT={D} TRAVIS_BRANCH=main").IsSettled.ShouldBeTrue();

    [Fact]
    public void AForcedPushIsSaid()
    {
        var range = Find(world.Clone("F"), """GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={F} GITHUB_REF=refs/heads/feature $EVENT={"before":"{X}","after":"{F}","repository":{"default_branch":"main"}}""");
        range.Remarks.ShouldHaveSingleItem().ShouldContain("forced push");
        world.Letters(range.Commits).ShouldBe("E F");
    }

    [Fact]
    public void WhatTheUserNamesWins()
    {
        var options = new RangeOptions { From = world["A"], To = world["C"], PolicyFrom = world["B"] };
        var range = Find(world.Clone("D"), PushToMain, options);
        world.Letters(range.Commits).ShouldBe("B C");
        range.Base.ShouldBe(world["B"]);
        Should.Throw<BuildException>(() => Find(world.Clone("D"), PushToMain, new RangeOptions { From = "nope" })).Message.ShouldContain("'nope'");
        Should.Throw<BuildException>(() => Find(world.Clone("D"), PushToMain, new RangeOptions { To = "--all" })).Message.ShouldContain("'--all'");
        world.Letters(Find(world.Clone("F"), PushToFeature, new RangeOptions { Target = "small" }).Commits).ShouldBe("E F");
    }

    [Fact]
    public void WhatIsCheckedOutAndWhatIsNamedAreBothScanned()
    {
        var range = Find(world.Clone("F"), "GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_SHA={G} GITHUB_REF=refs/heads/small");
        world.Letters(range.Commits).ShouldBe("E F G");
        range.Remarks.ShouldContain(remark => remark.Contains("both are scanned", StringComparison.Ordinal));
        range.Words.ShouldBe($"{world["D"]}..{world["F"]} {world["G"]}");
    }

    private BuildRange Find(string clone, string variables, RangeOptions? options = null)
    {
        var known = SystemsTests.Variables(world, variables);
        var system = CiSystems.Recognise(known, null);
        return new RangeFinder(GitRepository.Discover(clone), BuildReader.Read(system, known), (options ?? new RangeOptions()) with { FullClone = system.FullClone }).Find();
    }

    // As CI systems do it: only the commit that is built, and no branch.
    private string Shallow(string reference)
    {
        var clone = world.NewClone("--depth", "1", "--no-checkout", "--branch", "main");
        world.Git(clone, "update-ref", "-d", "refs/remotes/origin/main");
        world.Git(clone, "symbolic-ref", "-d", "refs/remotes/origin/HEAD");
        world.Git(clone, "fetch", "--quiet", "--depth", "1", "origin", reference);
        world.Git(clone, "checkout", "--quiet", "--detach", "FETCH_HEAD");
        world.Git(clone, "branch", "--quiet", "-D", "main");
        return clone;
    }
}
