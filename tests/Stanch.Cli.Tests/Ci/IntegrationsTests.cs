using System.Text.Json;

namespace Stanch.Cli.Tests.Ci;

/// <summary>What <c>integrations/</c> offers to paste: its YAML, its shell, and the shell parts run as the systems run them.</summary>
public sealed class IntegrationsTests
{
    // Every text of a YAML file that a shell runs, with where it stands. A template's ${{ … }}, $[[ … ]] and << … >> are no shell; they stand in variables only.
    private const string Lister = """
        import json, sys, yaml
        found = []
        def walk(at, path):
            if isinstance(at, dict):
                for key, value in at.items():
                    if key in ('run', 'script', 'command', 'bash', 'sh', 'test_script') and isinstance(value, str): found.append([path + '/' + str(key), value])
                    elif key in ('script', 'test_script', 'before_script') and isinstance(value, list) and all(isinstance(line, str) for line in value): found.append([path + '/' + key, '\n'.join(value)])
                    else: walk(value, path + '/' + str(key))
            elif isinstance(at, list):
                for number, value in enumerate(at): walk(value, path + '/' + str(number))
        for document in yaml.safe_load_all(open(sys.argv[1], encoding='utf-8')): walk(document, '')
        print(json.dumps(found))
        """;

    private static string Folder { get; } = Path.Join(Repository(), "integrations");

    public static TheoryData<string> YamlFiles => [.. Files(".yml")];

    public static TheoryData<string> ShellFiles => [.. Files(".sh").Append("buildkite/hooks/command")];

    [Theory, MemberData(nameof(YamlFiles))]
    public void ItsYamlIsReadAndItsShellIsShell(string file)
    {
        using var here = new Sandbox();
        foreach (var (place, script) in Scripts(here, file))
        {
            script.ShouldNotContain("${{", Case.Sensitive, $"{place}: text that is put into a script can be run by it");
            script.ShouldNotContain("<<p", Case.Sensitive, place);
            here.File("script.sh", script).Shell("bash", "-n", "script.sh");
        }
    }

    [Theory, MemberData(nameof(ShellFiles))]
    public void ItsShellIsShell(string file)
    {
        using var here = new Sandbox();
        here.Shell("bash", "-n", Path.Join(Folder, file));
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Join(Folder, file)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Fact]
    public void TheGitHubActionScansAndHandsOnItsReport()
    {
        using var here = PullRequest();
        CiTests.AsGitHub(here, "pull_request").With("GITHUB_OUTPUT", here.At("../output")).With("STANCH_SARIF", "stanch.sarif").With("STANCH_ARGUMENTS", "--fail-on never");
        Run(here, "github/action.yml", "/runs/steps/0/run");
        here.Read("../output").ShouldBe("sarif=stanch.sarif\nexit-code=0\n");
        JsonDocument.Parse(here.Read("stanch.sarif")).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("gitlab/stanch.gitlab-ci.yml", "/stanch/script", "GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main")]
    [InlineData("gitlab/templates/stanch/template.yml", "/stanch/script", "GITLAB_CI=true CI_PIPELINE_SOURCE=merge_request_event CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main")]
    [InlineData("circleci/orb.yml", "/commands/scan/steps/0/run/command", "CIRCLECI=true CIRCLE_BRANCH=feature CIRCLE_PULL_REQUEST=https://github.com/o/r/pull/7")]
    [InlineData("azure/stanch-steps.yml", "/steps/0/bash", "TF_BUILD=True BUILD_REASON=PullRequest SYSTEM_PULLREQUEST_TARGETBRANCH=main BUILD_ARTIFACTSTAGINGDIRECTORY=.")]
    [InlineData("teamcity/recipe.yml", "/steps/0/script", "TEAMCITY_VERSION=2025.11 STANCH_CI_TARGET=main")]
    [InlineData("travis/travis.yml", "/jobs/include/0/script", "TRAVIS=true TRAVIS_EVENT_TYPE=pull_request TRAVIS_PULL_REQUEST=7 TRAVIS_BRANCH=main")]
    [InlineData("appveyor/appveyor.yml", "/test_script/0/sh", "APPVEYOR=True APPVEYOR_PULL_REQUEST_NUMBER=7 APPVEYOR_REPO_BRANCH=main")]
    [InlineData("buildkite/hooks/command", "", "BUILDKITE=true BUILDKITE_PULL_REQUEST=7 BUILDKITE_PULL_REQUEST_BASE_BRANCH=main")]
    [InlineData("bitbucket/pipe.sh", "", "BITBUCKET_BUILD_NUMBER=1 BITBUCKET_COMMIT=HEAD BITBUCKET_PR_ID=7 BITBUCKET_PR_DESTINATION_BRANCH=main")]
    [InlineData("drone/plugin.sh", "", "DRONE=true DRONE_BUILD_EVENT=pull_request DRONE_TARGET_BRANCH=main")]
    public void TheShellPartFindsWhatAPullRequestBrings(string file, string place, string variables)
    {
        using var here = PullRequest();
        foreach (var variable in variables.Split(' ')) here.With(variable[..variable.IndexOf('=')], variable[(variable.IndexOf('=') + 1)..]);
        foreach (var name in new[] { "STANCH_ARGUMENTS", "ARGUMENTS", "PLUGIN_ARGUMENTS", "BUILDKITE_PLUGIN_STANCH_ARGUMENTS" }) here.With(name, "--plain --exclude other");
        var output = Run(here, file, place, expected: 1);
        output.ShouldContain("new.env:1:1");
    }

    [Fact]
    public void TheShellPartOfTheJenkinsStepFindsWhatAChangeBrings()
    {
        using var here = PullRequest();
        var groovy = File.ReadAllText(Path.Join(Folder, "jenkins/vars/stanch.groovy"));
        var script = groovy.Split("'''")[1];
        script.ShouldStartWith("#!/usr/bin/env bash\n");
        here.With("JENKINS_URL", "https://ci.example").With("CHANGE_ID", "7").With("CHANGE_TARGET", "main").With("STANCH_ARGUMENTS", "").File("../part.sh", script);
        here.Shell("bash", "-c", "bash ../part.sh; [ $? = 1 ]").ShouldContain("new.env:1:1");
        here.Has("stanch-junit.xml").ShouldBeTrue();
    }

    [Fact]
    public void TheImageRunsWithoutRights()
    {
        var lines = File.ReadAllLines(Path.Join(Folder, "container/Containerfile"));
        lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)).ShouldBe("USER 65532:65532");
        lines.SkipWhile(line => !line.StartsWith("USER ", StringComparison.Ordinal)).ShouldAllBe(line => !line.StartsWith("RUN ", StringComparison.Ordinal));
    }

    private static Sandbox PullRequest()
    {
        var here = CiTests.Project(old: true);
        here.Git("checkout", "--quiet", "-b", "feature").File("new.env", Fake.SlackBotToken(2)).Commit("brings one");
        // The variables of the systems name what is checked out.
        foreach (var name in new[] { "CI_COMMIT_SHA", "CIRCLE_SHA1", "BUILD_SOURCEVERSION", "BUILD_VCS_NUMBER", "TRAVIS_COMMIT", "APPVEYOR_REPO_COMMIT", "BUILDKITE_COMMIT", "DRONE_COMMIT_SHA" }) here.With(name, CiTests.Head(here));
        return here.With("PATH", $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}");
    }

    private static string Run(Sandbox here, string file, string place, int expected = 0)
    {
        var script = place.Length == 0 ? File.ReadAllText(Path.Join(Folder, file)) : Scripts(here, file).Single(part => part.Place == place).Script;
        here.File("../part.sh", script);
        return here.Shell("bash", "-c", $"code=0; bash -e ../part.sh || code=$?; [ $code = {expected} ] || {{ echo \"ended with $code\"; exit 9; }}");
    }

    private static List<(string Place, string Script)> Scripts(Sandbox here, string file) =>
        [.. JsonDocument.Parse(here.Shell("python3", "-c", Lister, Path.Join(Folder, file))).RootElement.EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];

    private static IEnumerable<string> Files(string ending) =>
        Directory.EnumerateFiles(Folder, "*" + ending, SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Join(folder, "Stanch.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
