using System.Collections.Concurrent;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git.Trees;

/// <summary>Compares trees in process.</summary>
/// <param name="others">Reads what is too large to be unfolded here.</param>
internal sealed class StoreTreeDiff(ObjectStore store, IObjectReader others) : ITreeDiff
{
    /// <summary>Neighbours share most of their trees, so a thread takes many in a row.</summary>
    private const int PairsALot = 256;

    public IReadOnlyList<(int Number, string Why)> Compare(IReadOnlyList<TreePair> pairs, int jobs, Func<ObjectId, bool>? matters, ITreeDiff.ChangeHandler each, CancellationToken cancellation)
    {
        var failures = new ConcurrentQueue<(int, string)>();
        var next = 0;
        Lanes.Run(Math.Clamp(pairs.Count / PairsALot, 1, jobs), _ =>
        {
            using var trees = new TreeReader(store, others);
            var comparison = new TreeComparison(trees, matters, each);
            for (int from; (from = Interlocked.Add(ref next, PairsALot) - PairsALot) < pairs.Count;)
            {
                for (var i = from; i < Math.Min(from + PairsALot, pairs.Count) && !cancellation.IsCancellationRequested; i++)
                {
                    if (comparison.Compare(pairs[i], cancellation) is { } why) failures.Enqueue((pairs[i].Number, why));
                }
            }
        });
        return [.. failures.OrderBy(failure => failure.Item1)];
    }
}
