namespace Stanch.Policy.Tests;

/// <summary>A scanned tree in memory, as one read from a commit would be.</summary>
internal sealed class Tree
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public List<string> Read { get; } = [];

    public Tree With(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    public ConfigurationSources Sources => new()
    {
        Root = "/nowhere",
        ReadFromTree = path =>
        {
            lock (Read) Read.Add(path);
            return _files.GetValueOrDefault(path);
        },
    };

    public EffectiveConfiguration Load() => ConfigurationLoader.Load(Sources);

    public static EffectiveConfiguration Of(string configuration) => new Tree().With(".stanch.yaml", configuration).Load();
}
