using Stanch.Platforms.Builds;
using Stanch.Sources.Git;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Whether a CI system runs this, and says enough of its build.</summary>
internal sealed class BuildCheck : IHealthCheck
{
    public string Name => "ci";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        var variables = new CiVariables(here.Variable);
        var systems = CiSystems.All.Where(system => system.IsHere(variables)).ToList();
        if (systems.Count == 0) return [variables.Has("CI") ? Unknown : HealthLine.Ok("no CI system runs this")];
        try
        {
            var system = CiSystems.Recognise(variables, named: null);
            return Look(system, BuildReader.Read(system, variables), GitRepository.TryDiscover(here.WorkingDirectory));
        }
        catch (BuildException e)
        {
            return [HealthLine.Problem(e.Message, "'stanch ci --explain' shows what it would do")];
        }
    }

    private static HealthLine Unknown =>
        HealthLine.Warning("CI is set, and no CI system is recognised", "name it or the commits: 'stanch ci --system NAME' or 'stanch ci --from COMMIT'");

    private static IEnumerable<HealthLine> Look(ICiSystem system, CiBuild build, GitRepository? repository)
    {
        yield return HealthLine.Ok($"{system.Name} runs this build ({CommandLine.Words.Of(build.Event)}); 'stanch ci --explain' says what it would scan");
        if (repository is null) yield return HealthLine.Problem("'stanch ci' needs a clone, and there is none here", "check the repository out before it");
        if (repository?.IsShallow == true) yield return HealthLine.Warning("the CI system made a shallow clone", $"let it clone the whole history: {system.FullClone}; or 'stanch ci --deepen'");
    }
}
