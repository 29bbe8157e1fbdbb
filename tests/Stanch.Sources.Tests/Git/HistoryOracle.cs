namespace Stanch.Sources.Tests.Git;

/// <summary>The slow and obvious way: lists the whole tree of every commit and compares each with its parents'.</summary>
internal sealed class HistoryOracle
{
    private readonly string[] _order;
    private readonly Dictionary<string, string[]> _parents;
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _trees;
    private readonly HashSet<string> _heads;

    public HistoryOracle(Sandbox here)
    {
        var lines = here.Git("log", "--all", "--date-order", "--reverse", "--format=%H %P").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _order = [.. lines.Select(line => line.Split(' ')[0])];
        _parents = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(parts => parts[0], parts => parts[1..]);
        var words = new Dictionary<string, HashSet<string>>();
        _trees = _order.ToDictionary(commit => commit, commit => Tree(here, commit, words));
        _heads = [.. here.Git("for-each-ref", "--format=%(objectname)", "refs/heads").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    public IEnumerable<string> Describe() =>
        from path in _trees.Values.SelectMany(tree => tree.Keys).Distinct()
        from word in _trees.Values.SelectMany(tree => tree.GetValueOrDefault(path, [])).Distinct()
        let life = Life(path, word)
        orderby path, word
        select $"{path} {word} {life}";

    /// <summary>What these commits bring: not what stood at the same path just before any of them, even where it went and came back.</summary>
    public HashSet<(string Path, string Word)> IntroducedIn(HashSet<string> commits)
    {
        var before = commits.Where(_parents.ContainsKey).SelectMany(commit => _parents[commit]).Where(parent => !commits.Contains(parent)).Distinct().ToArray();
        return [.. Introductions(commits).Where(entry => !before.Any(commit => _trees[commit].GetValueOrDefault(entry.Path, []).Contains(entry.Word)))];
    }

    private IEnumerable<(string Path, string Word)> Introductions(HashSet<string> commits) =>
    [
        .. from commit in _order.Where(commits.Contains)
           from entry in _trees[commit]
           from word in entry.Value
           where !_parents[commit].Any(parent => _trees[parent].GetValueOrDefault(entry.Key, []).Contains(word))
           select (entry.Key, word),
    ];

    private (string Introduced, string Last, string? Removed, bool AtHead) Life(string path, string word)
    {
        bool Has(string commit) => _trees[commit].GetValueOrDefault(path, []).Contains(word);
        var introduced = _order.First(commit => Has(commit) && !_parents[commit].Any(Has));
        var atHead = _heads.Any(Has);
        var taken = _order.LastOrDefault(commit => !Has(commit) && _parents[commit].Length > 0 && _parents[commit].All(Has));
        var lost = _order.LastOrDefault(commit => !Has(commit) && _parents[commit].Any(Has));
        return (introduced, _order.Last(Has), atHead ? null : taken ?? lost, atHead);
    }

    private static Dictionary<string, HashSet<string>> Tree(Sandbox here, string commit, Dictionary<string, HashSet<string>> words)
    {
        var tree = new Dictionary<string, HashSet<string>>();
        foreach (var entry in here.Git("ls-tree", "-r", commit).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (blob, path) = (entry.Split([' ', '\t'])[2], entry[(entry.IndexOf('\t') + 1)..]);
            if (!words.TryGetValue(blob, out var found))
                words[blob] = found = [.. here.Git("cat-file", "blob", blob).Split(' ').Where(word => word.StartsWith("needle-", StringComparison.Ordinal))];
            tree[path] = found;
        }
        return tree;
    }
}
