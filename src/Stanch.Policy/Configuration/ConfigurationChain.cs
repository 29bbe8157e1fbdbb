using System.Collections.Concurrent;

namespace Stanch.Policy;

/// <summary>
/// The configuration files that hold for a folder, nearest first. Sub-folders' files are read when a path below them is first asked for, each once.
/// A broken one is not obeyed and becomes a problem: nothing is ignored for it. Safe for many threads.
/// </summary>
internal sealed class ConfigurationChain(IReadOnlyList<ConfigurationFile> top, Func<string, string?> readFromTree)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ConfigurationFile>> _chains = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConfigurationProblem> _problems = new(StringComparer.Ordinal);

    /// <summary>The files that hold everywhere: the root's, the user's, the organisation's.</summary>
    public IReadOnlyList<ConfigurationFile> Top { get; } = top;

    /// <summary>What was wrong with sub-folders' files.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems => [.. _problems.Values.OrderBy(problem => problem.ToString(), StringComparer.Ordinal)];

    /// <summary>The sub-folders' files read so far.</summary>
    public IReadOnlyList<ConfigurationFile> Folders =>
        [.. _chains.Values.SelectMany(chain => chain.Take(1)).Where(file => file.Layer == ConfigurationLayer.Folder).Distinct().OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <param name="folder">Relative to the root, without a slash at either end; empty for the root.</param>
    public IReadOnlyList<ConfigurationFile> For(ReadOnlySpan<char> folder)
    {
        if (folder.Length == 0) return Top;
        // Asked for every path of a walk: no text is made for a folder that is known.
        if (_chains.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folder, out var known)) return known;
        var above = For(TreePath.FolderOf(folder));
        var name = folder.ToString();
        return _chains.GetOrAdd(name, Read(name) is { } own ? [own, .. above] : above);
    }

    private ConfigurationFile? Read(string folder)
    {
        var name = TreePath.Join(folder, ConfigurationSources.FileName);
        try
        {
            return readFromTree(name) is { } text ? ConfigurationReader.Read(name, ConfigurationLayer.Folder, folder, text) : null;
        }
        catch (ConfigurationException wrong)
        {
            foreach (var problem in wrong.Problems) _problems.TryAdd(problem.ToString(), problem);
            return null;
        }
    }
}
