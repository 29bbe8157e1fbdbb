using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Stanch.Sources.Git;
using Stanch.Sources.Git.Packs;
using Stanch.Sources.Git.Trees;

namespace Stanch.Sources.Tests.Git.Trees;

/// <summary>Writes objects of any content into a repository, forged ones too, and compares its trees with our own reader.</summary>
internal sealed class TreeStore(Sandbox here)
{
    public string Objects { get; } = here.In("objects");

    public ObjectId Blob(string content) => Write("blob", Encoding.UTF8.GetBytes(content));

    public ObjectId Tree(IEnumerable<(string Mode, string Name, ObjectId Id)> entries) => Write(
        "tree", [.. entries.SelectMany(entry => (byte[])[.. Encoding.Latin1.GetBytes($"{entry.Mode} {entry.Name}\0"), .. Convert.FromHexString(entry.Id.ToString())])]);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "git names objects so")]
    public ObjectId Write(string kind, byte[] content)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {content.Length}\0")), .. content];
        var id = ObjectId.FromBytes(SHA1.HashData(whole));
        var path = Path.Combine(Objects, id.ToString()[..2], id.ToString()[2..]);
        if (File.Exists(path)) return id;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zlib = new ZLibStream(File.Create(path), CompressionLevel.Fastest);
        zlib.Write(whole);
        return id;
    }

    /// <summary>The changes, each as git writes it, and the pairs that failed.</summary>
    public (List<string> Changes, IReadOnlyList<(int Number, string Why)> Failures) Compare(IReadOnlyList<(ObjectId Old, ObjectId New)> pairs, Func<ObjectId, bool>? matters = null, int jobs = 1)
    {
        using var git = new CatFileReader(GitRepository.Discover(here.Repository));
        using var store = ObjectStore.Open(Objects, [], 20);
        var changes = new List<string>();
        var failures = new StoreTreeDiff(store, git).Compare(
            [.. pairs.Select((pair, number) => new TreePair(pair.Old, pair.New, number))], jobs, matters,
            (number, change) =>
            {
                lock (changes) changes.Add($"{number} {Id(change.Old)} {Id(change.New)} {(char)change.Status} {Encoding.Latin1.GetString(change.Path)}");
            },
            TestContext.Current.CancellationToken);
        return (changes, failures);
    }

    public static string Id(ObjectId id) => id.IsNull ? new string('0', ObjectId.Sha1Hex) : id.ToString();
}
