using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stanch.Detection;
using Stanch.Sources.Git;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Tests.Git.Packs;

/// <summary>What our reader gives of a store, each object named anew by the hash of what came.</summary>
internal sealed class ReadObjects : IObjectConsumer
{
    public ConcurrentDictionary<string, string> Named { get; } = new();

    public ConcurrentDictionary<string, GapKind> NotRead { get; } = new();

    public IReadOnlyList<StoreFault> Faults { get; private set; } = [];

    /// <summary>Reads everything below a directory of objects; what ours leaves to another reader counts as not read.</summary>
    public static ReadObjects Of(string objects, int idLength = 20, int jobs = 2)
    {
        var consumer = new ReadObjects();
        using var reader = new StoreReader(ObjectStore.Open(objects, [], idLength), new Nobody());
        consumer.Faults = reader.ReadAll((_, _) => true, null, jobs, consumer, CancellationToken.None).Faults;
        return consumer;
    }

    void IObjectConsumer.Take(ObjectHeader header, ReadOnlySpan<byte> content) => Name(header, content.ToArray());

    void IObjectConsumer.TakeLarge(ObjectHeader header, Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        Name(header, copy.ToArray());
    }

    void IObjectConsumer.NotRead(ObjectId id, GapKind why, string detail) => NotRead[id.ToString()] = why;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "git names objects so")]
    private void Name(ObjectHeader header, byte[] content)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{header.Kind.ToString().ToLowerInvariant()} {content.Length}\0")), .. content];
        var id = header.Id.ToString();
        Named[id] = Convert.ToHexStringLower(id.Length == ObjectId.Sha1Hex ? SHA1.HashData(whole) : SHA256.HashData(whole));
    }

    private sealed class Nobody : IObjectReader
    {
        public StoreReading ReadAll(Func<ObjectId, ObjectKind, bool> wants, IKnownObjects? known, int jobs, IObjectConsumer consumer, CancellationToken cancellation) => throw new InvalidOperationException("not asked");

        public bool Read(ObjectQueue queue, int jobs, IObjectConsumer consumer, CancellationToken cancellation)
        {
            while (queue.Take(cancellation) is { } slice)
            {
                foreach (var id in slice) consumer.NotRead(id, GapKind.Limit, "left to another reader");
            }
            return true;
        }

        public bool Holds(ObjectId id) => false;

        public void Dispose() { }
    }
}
