namespace Stanch.Policy;

/// <summary>Reads and merges the configuration of one scan.</summary>
public sealed class ConfigurationLoader
{
    private readonly ConfigurationSources _sources;

    private ConfigurationLoader(ConfigurationSources sources) => _sources = sources;

    /// <exception cref="ConfigurationException">A file is broken, or one that is named is not there.</exception>
    public static EffectiveConfiguration Load(ConfigurationSources sources) => new ConfigurationLoader(sources).Load();

    private EffectiveConfiguration Load()
    {
        ConfigurationFile?[] files = [Project(), User(), Organisation()];
        var chain = new ConfigurationChain([.. files.OfType<ConfigurationFile>()], _sources.ReadFromTree);
        var custom = chain.Top.Reverse().SelectMany(file => file.Custom.Select(reference => Resolve(file, reference))).ToList();
        return new EffectiveConfiguration(chain, new WholeScan(BaselinePath(chain.Top), Key(chain.Top), custom));
    }

    private ConfigurationFile? Project() =>
        _sources.ReadFromTree(ConfigurationSources.FileName) is { } text
            ? ConfigurationReader.Read(ConfigurationSources.FileName, ConfigurationLayer.Project, "", text)
            : null;

    private ConfigurationFile? User() =>
        _sources.UserFile is { } path && TextFiles.Read(path) is { } text ? ConfigurationReader.Read(path, ConfigurationLayer.User, "", text) : null;

    private ConfigurationFile? Organisation()
    {
        if (_sources.OrganisationFile is not { } path) return null;
        var text = TextFiles.Read(path) ?? throw Wrong(new SourcePosition("STANCH_CONFIG", 1, 1), $"names '{path}', which does not exist; mend or unset it");
        return ConfigurationReader.Read(path, ConfigurationLayer.Organisation, "", text);
    }

    private static Setting<string> BaselinePath(IReadOnlyList<ConfigurationFile> files)
    {
        if (files.FirstOrDefault(file => file.Baseline is not null) is not { Baseline: { } baseline } owner)
            return new Setting<string>(EffectiveConfiguration.DefaultBaseline, ConfigurationOrigin.BuiltIn);
        return owner.Layer == ConfigurationLayer.Project ? baseline with { Value = InTree(baseline, "baseline") } : baseline;
    }

    private Setting<FingerprintKey>? Key(IReadOnlyList<ConfigurationFile> files)
    {
        var owner = files.FirstOrDefault(file => file.FingerprintKey is not null || file.FingerprintKeyFile is not null);
        if (owner is null) return null;
        if (owner.FingerprintKey is null) return KeyFromFile(owner, owner.FingerprintKeyFile!);
        if (owner.FingerprintKeyFile is { } both) throw Wrong(both.Origin.Position!.Value, "'fingerprintKey' and 'fingerprintKeyFile' exclude each other; keep one");
        return new Setting<FingerprintKey>(FingerprintKey.TryParse(owner.FingerprintKey.Value)!, owner.FingerprintKey.Origin);
    }

    private Setting<FingerprintKey> KeyFromFile(ConfigurationFile owner, Setting<string> file)
    {
        var path = OnDisk(owner, file.Value);
        var position = file.Origin.Position!.Value;
        var text = TextFiles.Read(path) ?? throw Wrong(position, $"the key file '{path}' does not exist; put the project's key there, or make one with 'stanch baseline create'");
        var key = FingerprintKey.TryParse(text) ?? throw Wrong(position, $"the key file '{path}' is wrong: {FingerprintKey.Malformed}");
        return new Setting<FingerprintKey>(key, file.Origin);
    }

    private CustomDetectorSource Resolve(ConfigurationFile owner, CustomDetectorReference reference)
    {
        var position = reference.Origin.Position!.Value;
        if (reference.Yaml is { } entry) return new CustomDetectorSource(entry, true, owner.Name, position.Line, reference.Origin);
        var isProject = owner.Layer == ConfigurationLayer.Project;
        var setting = new Setting<string>(reference.FileName!, reference.Origin);
        var path = isProject ? InTree(setting, "custom") : OnDisk(owner, reference.FileName!);
        var text = (isProject ? _sources.ReadFromTree(path) : TextFiles.Read(path)) ?? throw Wrong(position, $"the file '{path}' with detectors does not exist");
        return new CustomDetectorSource(text, false, path, 1, reference.Origin);
    }

    // What the scanned tree names stays in the scanned tree.
    private static string InTree(Setting<string> name, string key) =>
        TreePath.Resolve("", name.Value) ?? throw Wrong(name.Origin.Position!.Value, $"'{key}' names '{name.Value}', outside of the project; name a file in it, relative to its root");

    private string OnDisk(ConfigurationFile owner, string name)
    {
        if (name.StartsWith("~/", StringComparison.Ordinal) && _sources.Home is { } home) return Path.Join(home, name[2..]);
        var folder = owner.Layer == ConfigurationLayer.Project ? _sources.Root : Path.GetDirectoryName(Path.GetFullPath(owner.Name))!;
        return Path.GetFullPath(Path.Combine(folder, name));
    }

    private static ConfigurationException Wrong(SourcePosition position, string problem) => new(new ConfigurationProblem(position, problem));
}
