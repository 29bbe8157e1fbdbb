namespace Stanch.Sources.Files;

/// <summary>The folder that a walk started from, with its links resolved: what lies outside it is not read.</summary>
internal sealed class RootFolder(string fullPath)
{
    private readonly Lazy<string> _real = new(() => LinkTargets.Resolve(fullPath) ?? fullPath);

    /// <summary>True for the folder itself and what lies in it.</summary>
    /// <param name="target">A path without links.</param>
    public bool Holds(string target) =>
        target.StartsWith(_real.Value, StringComparison.Ordinal)
        && (target.Length == _real.Value.Length || Path.EndsInDirectorySeparator(_real.Value) || target[_real.Value.Length] is '/' or '\\');
}
