using Stanch.Cli.Configuring;
using Stanch.Policy;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Which configuration holds, and whether it is sound.</summary>
internal sealed class ConfigurationCheck : IHealthCheck
{
    private const string Mending = "mend the file; 'stanch config check' reads it again";

    public string Name => "configuration";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        try
        {
            return Look(ProjectConfiguration.Read(here).Configuration);
        }
        catch (ConfigurationException e)
        {
            return [.. e.Problems.Select(problem => HealthLine.Problem(problem.ToString(), Mending))];
        }
    }

    private static IEnumerable<HealthLine> Look(EffectiveConfiguration configuration)
    {
        yield return HealthLine.Ok(configuration.Files.Count == 0 ? "none holds here, so what is built in does; 'stanch init' writes one" : $"sound, the nearest last: {string.Join(", ", configuration.Files)}");
        if (configuration.CustomDetectors.Count > 0) yield return HealthLine.Ok($"detectors of your own: {string.Join(", ", configuration.CustomDetectors.Select(source => source.File).Distinct())}");
        foreach (var remark in configuration.Remarks) yield return HealthLine.Warning(remark, "move the key to the file at the root, or take it away");
    }
}
