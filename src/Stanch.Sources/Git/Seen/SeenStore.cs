using System.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Sources.Git.Seen;

/// <summary>What is kept of one repository: found, opened and written. Whatever is wrong with it, the scan goes on without it and says so.</summary>
internal sealed class SeenStore
{
    /// <summary>So many objects are kept, at 28 bytes each.</summary>
    private const int MostObjects = 4_000_000;

    private const int NameDigits = 16;

    private readonly SeenFolder _folder;
    private readonly byte[] _key;
    private readonly int _idLength;
    private readonly IRecallingSink _sink;

    private SeenStore(SeenFolder folder, byte[] key, int idLength, IRecallingSink sink)
    {
        _folder = folder;
        _key = key;
        _idLength = idLength;
        _sink = sink;
    }

    /// <summary>One for each engine and choice of detectors.</summary>
    private string Name => Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes($"{_sink.DetectionKey.Engine}\n{_sink.DetectionKey.Detectors}")))[..NameDigits];

    /// <summary>
    /// Null where nothing is kept: the user does not want it, a store is mostly another repository's, or there is no place for it.
    /// </summary>
    public static SeenStore? Of(GitScan scan, IRecallingSink sink)
    {
        if (scan.IsPassing || scan.Request.Has(GitOptions.NoCache) || scan.Repository.HasAlternates || scan.Repository.IsQuarantined || scan.Repository.IdLength is not { } idLength) return null;
        var folder = new SeenFolder(scan.Repository.CommonPath);
        if (folder.IsLink)
        {
            sink.Remark("what was searched is not kept for the next scan: 'stanch' in the git directory is a link");
            return null;
        }
        if (SeenKey.Get(scan.Repository.StateFolder) is not { } key)
        {
            sink.Remark("what was searched is not kept for the next scan: there is no folder for the key that signs it (XDG_STATE_HOME, or .local/state in HOME); --no-cache does without");
            return null;
        }
        sink.NameIdentities(key);
        return new SeenStore(folder, key, idLength, sink);
    }

    /// <summary>Opens what is kept for these detectors, else what is kept for others, with what has changed between them.</summary>
    public (SeenTable Table, DetectorChange Change) Open()
    {
        if (TryOpen(_folder.PathOf(Name), isOwn: true) is { } own) return (own, DetectorChange.None);
        var others = _folder.Others(Name);
        if (others.Count > 0)
        {
            var prints = _sink.DetectionKey.Prints();
            foreach (var path in others)
            {
                if (TryOpen(path, isOwn: false) is not { } table) continue;
                var change = DetectorChange.Between(table.Record, prints);
                // Where most have changed, probing first would be work for nothing.
                if (change.Added.Count <= prints.Count / 2) return (table, change);
                table.Dispose();
            }
        }
        return (SeenTable.Empty(_idLength), DetectorChange.None);
    }

    /// <summary>Writes what is to be kept.</summary>
    /// <param name="former">What was opened: hashing all detectors again is not free.</param>
    public void Save(IReadOnlyList<SeenEntry> entries, SeenRecord record, SeenRecord former)
    {
        if (entries.Count > MostObjects)
        {
            _sink.Remark($"what was searched is not kept for the next scan: these are more than {MostObjects} objects");
            return;
        }
        var key = _sink.DetectionKey;
        (record.Engine, record.Detectors, record.Prints) = (key.Engine, key.Detectors, former.Detectors == key.Detectors ? former.Prints : key.Prints());
        try
        {
            _folder.Save(Name, file => SeenTable.Write(file, _key, _idLength, entries, record));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _sink.Remark($"what was searched is not kept for the next scan: {e.Message} --no-cache does without.");
        }
    }

    private SeenTable? TryOpen(string path, bool isOwn)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var table = SeenTable.Open(path, _key, _idLength);
            if (table.Record.Engine == _sink.DetectionKey.Engine && isOwn == (table.Record.Detectors == _sink.DetectionKey.Detectors)) return table;
            table.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or FormatException)
        {
            // EndOfStreamException is an IOException.
            if (isOwn) _sink.Remark($"what earlier scans kept is not used, and made anew: {path}: {e.Message}");
        }
        return null;
    }
}
