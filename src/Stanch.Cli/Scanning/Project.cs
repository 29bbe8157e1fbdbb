using Stanch.Catalogue;
using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Scanning;

/// <summary>What holds for the tree that is scanned: its configuration, and the detectors that are on.</summary>
/// <param name="Root">Null for a target whose decisions are not obeyed: a clone of an address.</param>
/// <param name="AllDetectors">Built in and the user's own, those that are switched off among them.</param>
internal sealed record Project(ScanRoot? Root, EffectiveConfiguration Configuration, IReadOnlyList<Detector> AllDetectors)
{
    /// <summary>Reads the project's decisions from elsewhere than its folder; null for its folder.</summary>
    private Func<string, string?>? ReadDecisions { get; init; }

    /// <exception cref="ConfigurationException">A configuration is broken, or names what is not there.</exception>
    /// <exception cref="UsageException">The file that was named does not exist.</exception>
    public static Project Open(ScanRoot? root, string? config, bool noConfig, Invocation here, Func<string, string?>? readDecisions = null)
    {
        var sources = SourcesOf(root, config, noConfig, here);
        if (readDecisions is not null && config is null && !noConfig) sources = sources with { ReadFromTree = readDecisions };
        var configuration = ConfigurationLoader.Load(sources);
        var custom = CustomDetectorLoader.Load(configuration.CustomDetectors);
        IReadOnlyList<Detector> all = custom.Count == 0 ? BuiltInCatalogue.Detectors : [.. BuiltInCatalogue.Detectors, .. custom];
        var project = new Project(root, configuration, all) { ReadDecisions = readDecisions };
        project.RefuseUnknownDetectors();
        return project;
    }

    /// <summary>A finding's path, as it was typed, relative to the root.</summary>
    public Func<string, string> RelativeToRoot(string workingDirectory) => path => Root?.Relative(path, workingDirectory) ?? path;

    /// <summary>Reads a text that the project names; null where there is none.</summary>
    public string? ReadText(string name)
    {
        if (Path.IsPathRooted(name)) return TextFiles.Read(name);
        if (ReadDecisions is not null) return ReadDecisions(name);
        return Root is null ? null : TextFiles.Below(Root.Folder)(name);
    }

    private static ConfigurationSources SourcesOf(ScanRoot? root, string? config, bool noConfig, Invocation here)
    {
        if (config is not null && noConfig) throw new UsageException("--config and --no-config exclude each other: choose one");
        var sources = ConfigurationSources.ForFolder(root?.Folder ?? here.WorkingDirectory, here.Variable);
        if (noConfig) return sources with { ReadFromTree = _ => null, UserFile = null, OrganisationFile = null };
        if (config is null) return root is null ? sources with { ReadFromTree = _ => null } : sources;
        var file = Path.GetFullPath(config, here.WorkingDirectory);
        return File.Exists(file) ? sources with { ReadFromTree = _ => null, UserFile = file } : throw new UsageException($"--config names '{config}', which does not exist");
    }

    private void RefuseUnknownDetectors()
    {
        if (Configuration.Files.Count == 0) return;
        var unknown = Configuration.UnknownDetectors(DetectorTable.IdsOf(AllDetectors));
        if (unknown.Count > 0) throw new ConfigurationException(unknown);
    }
}
