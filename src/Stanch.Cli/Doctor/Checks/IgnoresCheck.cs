using Stanch.Cli.CommandLine;
using Stanch.Cli.Configuring;
using Stanch.Policy;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>The decisions to let findings be: how many, and which hold no more.</summary>
internal sealed class IgnoresCheck : IHealthCheck
{
    public string Name => "ignores";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        EffectiveConfiguration configuration;
        try
        {
            configuration = ProjectConfiguration.Read(here).Configuration;
        }
        catch (ConfigurationException)
        {
            return [HealthLine.Problem("they stand in a configuration that cannot be obeyed", "mend the configuration first")];
        }

        return Look(configuration, DateOnly.FromDateTime(here.Time.GetUtcNow().UtcDateTime));
    }

    private static IEnumerable<HealthLine> Look(EffectiveConfiguration configuration, DateOnly today)
    {
        yield return HealthLine.Ok(configuration.Ignores.Count == 0 ? "none" : Counted.Of(configuration.Ignores.Count, "ignore"));
        foreach (var rule in configuration.Ignores.Where(rule => rule.IsExpired(today)))
            yield return HealthLine.Warning($"{rule.Origin}: this ignore held until {rule.Expires:yyyy-MM-dd}, and does nothing any more", "decide again, or take it away: 'stanch ignore list' shows its number");
    }
}
