namespace Stanch.Sources.Git.Packs;

/// <summary>Every place where a repository's objects lie: packs and single files, its own before borrowed ones. Safe for many threads.</summary>
internal sealed class ObjectStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<PackFolder> _folders = [];
    private readonly List<LooseObjects> _loose = [];
    private readonly List<StoreFault> _faults = [];
    private volatile PackFile[] _packs = [];

    private ObjectStore(int idLength) => IdLength = idLength;

    /// <summary>Bytes of an id: 20 or 32.</summary>
    public int IdLength { get; }

    /// <summary>Grows when git packs anew while we read; a pack keeps its place.</summary>
    public IReadOnlyList<PackFile> Packs => _packs;

    public IReadOnlyList<LooseObjects> Loose => _loose;

    public IReadOnlyList<StoreFault> Faults
    {
        get
        {
            lock (_gate) return [.. _faults];
        }
    }

    /// <exception cref="NotSupportedException">A pack or index is of a version that is not known here.</exception>
    public static ObjectStore Open(string main, IEnumerable<string> alternates, int idLength)
    {
        var store = new ObjectStore(idLength);
        try
        {
            var directories = ObjectDirectories.Find(main, alternates, path => store._faults.Add(new StoreFault(GapKind.Absent, $"objects are borrowed from '{path}', which is not there")));
            foreach (var directory in directories)
            {
                store._loose.Add(new LooseObjects(directory, idLength));
                store._folders.Add(new PackFolder(Path.Combine(directory, "pack"), idLength, store._faults.Add));
                store._packs = [.. store._packs, .. store._folders[^1].OpenNew()];
            }
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Looks for packs that git has written since: it may have moved objects there that were not read yet. False where there are none.</summary>
    public bool Refresh()
    {
        lock (_gate)
        {
            PackFile[] added = [.. _folders.Where(folder => folder.HasChanged).SelectMany(OpenNew)];
            if (added.Length == 0) return false;
            _packs = [.. _packs, .. added];
            return true;
        }
    }

    public bool Holds(ObjectId id)
    {
        var packs = _packs;
        if (IsPacked(id, packs) || _loose.Exists(loose => loose.Holds(id))) return true;
        Refresh();
        return packs != _packs && IsPacked(id, _packs);
    }

    public bool IsPacked(ObjectId id) => IsPacked(id, _packs);

    public void Dispose()
    {
        foreach (var pack in _packs) pack.Dispose();
        foreach (var folder in _folders) folder.Dispose();
        _packs = [];
        _folders.Clear();
    }

    private static bool IsPacked(ObjectId id, PackFile[] packs)
    {
        foreach (var pack in packs) if (pack.Index.Find(id) >= 0) return true;
        return false;
    }

    private List<PackFile> OpenNew(PackFolder folder)
    {
        try
        {
            return folder.OpenNew();
        }
        catch (NotSupportedException e)
        {
            _faults.Add(new StoreFault(GapKind.Corrupt, $"a pack that came during the scan cannot be read: {e.Message}"));
            return [];
        }
    }
}
