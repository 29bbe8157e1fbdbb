namespace Stanch.Sources.Git.Packs;

/// <summary>Every place where a repository's objects lie: packs and single files, its own before borrowed ones.</summary>
internal sealed class ObjectStore : IDisposable
{
    private readonly int _idLength;
    private readonly List<PackFile> _packs = [];
    private readonly List<LooseObjects> _loose = [];
    private readonly List<StoreFault> _faults = [];
    private readonly List<MultiPackIndex> _shared = [];

    private ObjectStore(int idLength) => _idLength = idLength;

    /// <summary>Bytes of an id: 20 or 32.</summary>
    public int IdLength => _idLength;

    public IReadOnlyList<PackFile> Packs => _packs;

    public IReadOnlyList<LooseObjects> Loose => _loose;

    public IReadOnlyList<StoreFault> Faults => _faults;

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
                store.OpenPacks(Path.Combine(directory, "pack"));
            }
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public bool Holds(ObjectId id) => _packs.Exists(pack => pack.Index.Find(id) >= 0) || _loose.Exists(loose => loose.Holds(id));

    public void Dispose()
    {
        foreach (var pack in _packs) pack.Dispose();
        foreach (var shared in _shared) shared.Dispose();
        _packs.Clear();
        _shared.Clear();
    }

    private void OpenPacks(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var shared = OpenShared(Path.Combine(folder, "multi-pack-index"));
        try
        {
            foreach (var path in Directory.GetFiles(folder, "*.pack").Order(StringComparer.Ordinal)) OpenPack(path, shared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _faults.Add(new StoreFault(GapKind.Unreadable, $"the packs in '{folder}' cannot be listed: {Reason(e)}"));
        }
    }

    private void OpenPack(string path, MultiPackIndex? shared)
    {
        var name = Path.GetFileName(path);
        IPackIndex? index = null;
        try
        {
            index = OpenIndex(path, shared);
            // A pack without an index is one that git is about to finish, or gave up.
            if (index is not null) _packs.Add(PackFile.Open(path, index, _idLength));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            (index as IDisposable)?.Dispose();
            _faults.Add(new StoreFault(e is UnauthorizedAccessException ? GapKind.Unreadable : GapKind.Corrupt, $"pack {name} cannot be read, nor any object in it: {Reason(e)}"));
        }
    }

    private IPackIndex? OpenIndex(string packPath, MultiPackIndex? shared)
    {
        var path = Path.ChangeExtension(packPath, ".idx");
        var inShared = shared?.For(Path.GetFileNameWithoutExtension(packPath));
        if (!File.Exists(path)) return inShared;
        try
        {
            return PackIndex.Open(path, _idLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _faults.Add(new StoreFault(e is UnauthorizedAccessException ? GapKind.Unreadable : GapKind.Corrupt, $"the index of pack {Path.GetFileName(packPath)} cannot be read: {Reason(e)}"));
            return inShared;
        }
    }

    private MultiPackIndex? OpenShared(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            var index = MultiPackIndex.Open(path, _idLength);
            _shared.Add(index);
            return index;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            // It only repeats what the packs' own indexes say.
            return null;
        }
    }

    private static string Reason(Exception e) => e is UnauthorizedAccessException ? "Permission denied" : e.Message;
}
