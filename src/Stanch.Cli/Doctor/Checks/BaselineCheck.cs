using Stanch.Cli.CommandLine;
using Stanch.Cli.Configuring;
using Stanch.Cli.Projects;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>Whether the baseline can be read, and would be applied.</summary>
internal sealed class BaselineCheck : IHealthCheck
{
    public string Name => "baseline";

    public IEnumerable<HealthLine> Look(Invocation here)
    {
        Project project;
        try
        {
            project = ProjectConfiguration.Read(here);
        }
        catch (ConfigurationException)
        {
            return [HealthLine.Problem("its place and its key stand in a configuration that cannot be obeyed", "mend the configuration first")];
        }

        var name = project.Configuration.BaselinePath.Value;
        try
        {
            return [Look(BaselineChoice.From(file: null, none: false, project, here), name, project.Configuration.FingerprintKey?.Value)];
        }
        catch (Exception e) when (e is ConfigurationException or UsageException)
        {
            return [HealthLine.Problem(e.Message, $"take '{name}' from the last commit in which it was sound, or make it anew with 'stanch baseline create --force'")];
        }
    }

    private static HealthLine Look(Baseline baseline, string name, FingerprintKey? key)
    {
        if (baseline.Entries.Count == 0) return HealthLine.Ok("none: every finding counts");
        if (key is null) return HealthLine.Problem($"{name} is not applied: no fingerprint key is configured", "restore fingerprintKey or fingerprintKeyFile in .stanch.yaml, or make the baseline anew with 'stanch baseline create --force'");
        return baseline.KeyId is { } made && made != key.Id
            ? HealthLine.Problem($"{name} is not applied: it was made with the fingerprint key {made}, and {key.Id} is configured", "restore the key, or make the baseline anew with 'stanch baseline create --force'")
            : HealthLine.Ok($"{name}: {BaselineWork.Describe(baseline)}");
    }
}
