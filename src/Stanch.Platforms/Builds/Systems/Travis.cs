namespace Stanch.Platforms.Builds.Systems;

/// <summary>Travis CI: https://docs.travis-ci.com/user/environment-variables/. The range is empty for the first build of a branch.</summary>
internal sealed class Travis : ICiSystem
{
    private const string None = "false";

    public string Id => "travis";

    public string Name => "Travis CI";

    public string FullClone => "in .travis.yml: 'git: { depth: false }'";

    public bool IsHere(CiVariables variables) => variables.IsTrue("TRAVIS");

    public CiBuild Read(CiVariables variables)
    {
        var kind = EventOf(variables);
        var number = variables["TRAVIS_PULL_REQUEST"] is { } given and not None ? given : null;
        if (kind == BuildEvent.PullRequest && number is null) throw new BuildException("TRAVIS_EVENT_TYPE is pull_request, but TRAVIS_PULL_REQUEST names none: unset one of them, or name the commits with --from and --to");
        return new CiBuild(kind)
        {
            Heads = [.. new[] { variables.Commit("TRAVIS_COMMIT"), variables.Commit("TRAVIS_PULL_REQUEST_SHA") }.OfType<string>().Distinct()],
            Before = kind == BuildEvent.Push ? variables.Range("TRAVIS_COMMIT_RANGE")?.Before : null,
            // Of a pull request this is the branch that it leads to.
            Target = kind == BuildEvent.PullRequest ? variables["TRAVIS_BRANCH"] : null,
            Branch = variables["TRAVIS_PULL_REQUEST_BRANCH"] ?? (kind == BuildEvent.Tag ? null : variables["TRAVIS_BRANCH"]),
            Tag = variables["TRAVIS_TAG"],
            Number = number,
        };
    }

    private static BuildEvent EventOf(CiVariables variables) => variables["TRAVIS_EVENT_TYPE"] switch
    {
        "pull_request" => BuildEvent.PullRequest,
        "cron" => BuildEvent.Schedule,
        "api" => BuildEvent.Manual,
        _ => variables.Has("TRAVIS_TAG") ? BuildEvent.Tag : BuildEvent.Push,
    };
}
