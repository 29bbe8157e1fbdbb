using System.Collections.Concurrent;
using System.Text;
using Stanch.Detection;
using Stanch.Detection.Deltas;
using Stanch.Detection.Scanning;
using Stanch.Sources.Git;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Tests.Git.Packs;

public sealed class PackWalkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void WhatADeltaCopiesIsWhatItsBaseHolds(int jobs)
    {
        using var here = new Sandbox(bare: true);
        Import(here, versions: 300, branches: 7, depth: 50);
        here.Git("repack", "-adfkq", "--depth=50", "--window=50");
        var copies = new Copies();

        copies.Read(here, jobs);

        copies.Wrong.ShouldBe(0);
        copies.OnABase.ShouldBeGreaterThan(200);
        copies.Taken.Values.ShouldAllBe(times => times == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AChainOfFourThousandDeltasIsWalked(int jobs)
    {
        using var here = new Sandbox(bare: true);
        Import(here, versions: 4090, branches: 1, depth: 4095);
        var copies = new Copies();

        copies.Read(here, jobs);

        copies.Wrong.ShouldBe(0);
        copies.Taken.Count.ShouldBe(4090);
        copies.OnABase.ShouldBeGreaterThan(4000);
    }

    [Fact]
    public void AConsumerThatThrowsEndsAllThreads()
    {
        using var here = new Sandbox(bare: true);
        Import(here, versions: 200, branches: 5, depth: 50);
        Should.Throw<InvalidOperationException>(() => new Copies { FailsAt = 90 }.Read(here, 3)).Message.ShouldBe("enough");
    }

    /// <summary>Versions of one file, each the last of its branch with a line changed.</summary>
    private static void Import(Sandbox here, int versions, int branches, int depth)
    {
        var random = new Random(versions);
        var texts = Enumerable.Range(0, branches).Select(branch => Enumerable.Range(0, 60).Select(i => $"line {i} of {(i < 50 ? 0 : branch)}").ToArray()).ToArray();
        var stream = new StringBuilder();
        for (var i = 0; i < versions; i++)
        {
            var lines = texts[i % branches];
            lines[random.Next(lines.Length)] = $"changed in {i}";
            var text = string.Join('\n', lines);
            stream.Append("blob\ndata ").Append(text.Length).Append('\n').Append(text).Append('\n');
        }
        here.GitWithInput(stream.ToString(), "fast-import", "--quiet", $"--depth={depth}");
    }

    /// <summary>Checks what comes with each blob against what came for its base.</summary>
    private sealed class Copies : IObjectConsumer
    {
        private readonly ScanSession _session = new(new Scanner([]));
        private readonly ConcurrentDictionary<BlobTrace, byte[]> _bases = new();
        private int _wrong;
        private int _onABase;
        private int _count;

        public int Wrong => _wrong;

        public int OnABase => _onABase;

        public int FailsAt { get; init; } = int.MaxValue;

        public ConcurrentDictionary<string, int> Taken { get; } = new();

        public void Read(Sandbox here, int jobs)
        {
            using var store = ObjectStore.Open(here.In("objects"), [], 20);
            using var walk = new StoreWalk(store, (_, kind) => kind == ObjectKind.Blob, null, jobs, this);
            walk.Run(CancellationToken.None);
        }

        public void Take(ObjectHeader header, ReadOnlySpan<byte> content) => Take(header, content, default);

        public BlobTrace? Take(ObjectHeader header, ReadOnlySpan<byte> content, BlobOrigin origin)
        {
            if (Interlocked.Increment(ref _count) >= FailsAt) throw new InvalidOperationException("enough");
            Taken.AddOrUpdate(header.Id.ToString(), 1, (_, times) => times + 1);
            if (origin.Base is { } known)
            {
                Interlocked.Increment(ref _onABase);
                foreach (var copy in origin.Copies)
                {
                    if (!content.Slice(copy.Start, copy.Length).SequenceEqual(_bases[known].AsSpan(copy.From, copy.Length))) Interlocked.Increment(ref _wrong);
                }
            }
            _session.Find(header.Id.ToString(), content, origin, out var trace);
            if (trace is not null) _bases[trace] = content.ToArray();
            return trace;
        }

        public void TakeLarge(ObjectHeader header, Stream content) { }

        public void NotRead(ObjectId id, GapKind why, string detail) => Interlocked.Increment(ref _wrong);
    }
}
