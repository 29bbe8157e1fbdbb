namespace Stanch.Policy;

/// <summary>Reads the baseline that a configuration names.</summary>
public static class BaselineLoader
{
    /// <param name="configuration">Says where it is.</param>
    /// <param name="sources">Where the configuration was read from: in <c>ci</c> and <c>pre-receive</c> that is the base commit, for the baseline too.</param>
    /// <returns><see cref="Baseline.Empty"/> where there is none yet.</returns>
    /// <exception cref="ConfigurationException">The file is broken.</exception>
    public static Baseline Load(EffectiveConfiguration configuration, ConfigurationSources sources)
    {
        var path = configuration.BaselinePath.Value;
        var text = Path.IsPathRooted(path) ? TextFiles.Read(path) : sources.ReadFromTree(path);
        return text is null ? Baseline.Empty : BaselineFormat.Read(path, text);
    }
}
