namespace Stanch.Sources.Git;

/// <summary>Which trees to compare for a graph of commits.</summary>
internal static class TreePairs
{
    /// <summary>Each commit against its first parent, or against nothing; commits that change nothing are left out.</summary>
    public static List<TreePair> WithFirstParents(CommitGraph graph, ObjectId emptyTree, Func<int, bool>? leaveOut = null)
    {
        var pairs = new List<TreePair>(graph.Count);
        for (var number = 0; number < graph.Count; number++)
        {
            if (leaveOut?.Invoke(number) == true) continue;
            var old = graph.Parents[number] is [var first, ..] ? graph.Commits[first].Tree : emptyTree;
            if (old != graph.Commits[number].Tree) pairs.Add(new TreePair(old, graph.Commits[number].Tree, number));
        }
        return pairs;
    }

    /// <summary>Each commit against every parent, pairs of one commit together.</summary>
    public static List<TreePair> WithEveryParent(CommitGraph graph, ObjectId emptyTree, Func<int, bool> leaveOut)
    {
        var pairs = new List<TreePair>(graph.Count);
        for (var number = 0; number < graph.Count; number++)
        {
            if (leaveOut(number)) continue;
            var tree = graph.Commits[number].Tree;
            if (graph.Parents[number].Length == 0) pairs.Add(new TreePair(emptyTree, tree, number));
            foreach (var parent in graph.Parents[number]) pairs.Add(new TreePair(graph.Commits[parent].Tree, tree, number));
        }
        return pairs;
    }
}
