namespace Stanch.Platforms.Builds;

/// <summary>Reads what a CI system says of its build, and what its users add.</summary>
public static class BuildReader
{
    /// <summary>Where the branch stood before this push, for systems that do not tell but can be made to hand it on.</summary>
    public const string BeforeVariable = "STANCH_CI_BEFORE";

    /// <summary>The branch that a pull request leads to, likewise.</summary>
    public const string TargetVariable = "STANCH_CI_TARGET";

    // GitHub's merge queue pushes gh-readonly-queue/main/pr-12-ID; most CI systems know that as a push only.
    private const string Queue = "gh-readonly-queue/";

    /// <exception cref="BuildException">Its variables contradict each other.</exception>
    public static CiBuild Read(ICiSystem system, CiVariables variables)
    {
        var build = system.Read(variables);
        if (build.Event == BuildEvent.Push && variables.Commit(BeforeVariable) is { } before) build = build with { Before = build.Before ?? before };
        if (build.IsRequest && variables[TargetVariable] is { } target) build = build with { Target = build.Target ?? target };
        return build.Event == BuildEvent.Push && TargetOfQueue(build.Branch) is { } queued
            ? build with { Event = BuildEvent.MergeQueue, Target = queued, Before = null }
            : build;
    }

    private static string? TargetOfQueue(string? branch) =>
        branch is not null && branch.StartsWith(Queue, StringComparison.Ordinal) && branch.LastIndexOf("/pr-", StringComparison.Ordinal) is var end && end > Queue.Length
            ? branch[Queue.Length..end]
            : null;
}
