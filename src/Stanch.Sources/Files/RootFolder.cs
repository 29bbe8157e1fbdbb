namespace Stanch.Sources.Files;

/// <summary>The folder that a walk started from, with its links resolved: what lies outside it is not read.</summary>
internal sealed class RootFolder(string fullPath)
{
    private readonly Lazy<string> _real = new(() => Real(fullPath));

    public bool Holds(string target)
    {
        var real = Real(target);
        return real.Length > _real.Value.Length && real.StartsWith(_real.Value, StringComparison.Ordinal) && (_real.Value.EndsWith('/') || real[_real.Value.Length] is '/' or '\\');
    }

    private static string Real(string path) => LinkTargets.Resolve(path) ?? path;
}
