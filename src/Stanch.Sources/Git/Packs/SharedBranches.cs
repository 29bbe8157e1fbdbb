namespace Stanch.Sources.Git.Packs;

/// <summary>
/// Branches that threads leave to others: where one tree of deltas holds most of a pack, its branches keep all of them busy. A branch is only left while a
/// thread waits for one, so not more objects are held than the threads walk at a time.
/// </summary>
/// <param name="lanes">How many threads there are.</param>
internal sealed class SharedBranches(int lanes)
{
    /// <summary>A branch of fewer objects is walked faster than it is handed over.</summary>
    public const int LeastWeight = 4;

    private readonly object _gate = new();
    private readonly Queue<OpenBranch> _branches = new();
    private int _lanes = lanes;
    private int _waiting;
    private volatile bool _isWanting;

    /// <summary>True while a thread has nothing to do.</summary>
    public bool IsWanting => _isWanting;

    public void Add(OpenBranch branch)
    {
        lock (_gate)
        {
            _branches.Enqueue(branch);
            Note();
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for a branch; false when all threads wait, so that none will come.</summary>
    public bool TryTake(out OpenBranch branch)
    {
        lock (_gate)
        {
            _waiting++;
            Note();
            while (_branches.Count == 0 && _waiting < _lanes) Monitor.Wait(_gate);
            if (_branches.TryDequeue(out branch))
            {
                _waiting--;
                Note();
                return true;
            }
            Monitor.PulseAll(_gate);
            return false;
        }
    }

    /// <summary>Says that a thread ended before its time: the others do not wait for it.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _lanes--;
            Monitor.PulseAll(_gate);
        }
    }

    private void Note() => _isWanting = _waiting > _branches.Count;
}
