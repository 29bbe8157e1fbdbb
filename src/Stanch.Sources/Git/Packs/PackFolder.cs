namespace Stanch.Sources.Git.Packs;

/// <summary>
/// The packs of one directory. git adds and removes packs while we read: what is mapped stays readable, what came later is found by looking
/// again. Not for several threads at once.
/// </summary>
internal sealed class PackFolder(string folder, int idLength, Action<StoreFault> report) : IDisposable
{
    /// <summary>A pack that goes between the listing and the opening was replaced by one that a new listing shows.</summary>
    private const int MostListings = 3;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private DateTime _listed;
    private MultiPackIndex? _shared;
    private bool _isSharedOpened;

    /// <summary>False where nothing was added or removed since the last look.</summary>
    public bool HasChanged => Directory.GetLastWriteTimeUtc(folder) != _listed;

    /// <summary>Opens the packs that are not open yet.</summary>
    /// <exception cref="NotSupportedException">A pack or index is of a version that is not known here.</exception>
    public List<PackFile> OpenNew()
    {
        var opened = new List<PackFile>();
        try
        {
            for (var listing = 1; listing <= MostListings && !TryOpenNew(opened, isLast: listing == MostListings); listing++) { }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(new StoreFault(GapKind.Unreadable, $"the packs in '{folder}' cannot be listed: {Reason(e)}"));
        }
        return opened;
    }

    public void Dispose() => _shared?.Dispose();

    private bool TryOpenNew(List<PackFile> opened, bool isLast)
    {
        _listed = Directory.GetLastWriteTimeUtc(folder);
        if (!Directory.Exists(folder)) return true;
        var isWhole = true;
        foreach (var path in Directory.GetFiles(folder, "*.pack").Order(StringComparer.Ordinal)) isWhole &= _known.Contains(path) || TryOpen(path, opened, isLast);
        return isWhole;
    }

    /// <summary>False where the pack is gone.</summary>
    private bool TryOpen(string path, List<PackFile> opened, bool isLast)
    {
        IPackIndex? index = null;
        try
        {
            index = OpenIndex(path);
            // A pack without an index is one that git is about to finish, or gave up.
            if (index is null) return true;
            opened.Add(PackFile.Open(path, index, idLength));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            (index as IDisposable)?.Dispose();
            if (e is FileNotFoundException or DirectoryNotFoundException && !isLast) return false;
            report(new StoreFault(KindOf(e), $"pack {Path.GetFileName(path)} cannot be read, nor any object in it: {Reason(e)}"));
        }
        return _known.Add(path);
    }

    private IPackIndex? OpenIndex(string packPath)
    {
        var path = Path.ChangeExtension(packPath, ".idx");
        if (!File.Exists(path)) return InShared(packPath);
        try
        {
            return PackIndex.Open(path, idLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            report(new StoreFault(KindOf(e), $"the index of pack {Path.GetFileName(packPath)} cannot be read: {Reason(e)}"));
            return InShared(packPath);
        }
    }

    /// <summary>What the index over all packs says of one; null where there is none, or it is damaged: it only repeats what the packs' own indexes say.</summary>
    private IPackIndex? InShared(string packPath)
    {
        try
        {
            var path = Path.Combine(folder, "multi-pack-index");
            if (!_isSharedOpened && File.Exists(path)) _shared = MultiPackIndex.Open(path, idLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            _shared = null;
        }
        _isSharedOpened = true;
        return _shared?.For(Path.GetFileNameWithoutExtension(packPath));
    }

    private static GapKind KindOf(Exception e) => e is UnauthorizedAccessException ? GapKind.Unreadable : GapKind.Corrupt;

    private static string Reason(Exception e) => e is UnauthorizedAccessException ? "Permission denied" : e.Message;
}
