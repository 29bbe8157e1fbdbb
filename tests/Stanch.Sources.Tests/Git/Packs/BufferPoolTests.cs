using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Tests.Git.Packs;

public sealed class BufferPoolTests
{
    private static readonly Gen<int> Length = Gen.OneOf(Gen.Int[0, 2000], Gen.Int[0, 5 << 20]);

    [Fact]
    public void ABufferIsLongEnoughAndLittleLonger() => Length.Sample(length =>
        new BufferPool().Rent(length).Length.ShouldBeInRange(length, Math.Max(512, length + (length / 4) + 1)));

    [Fact]
    public void WhatWasGivenBackIsHandedOutAgain() => Gen.Int[0, 4 << 20].Sample(length =>
    {
        var pool = new BufferPool();
        var buffer = pool.Rent(length);
        pool.Return(buffer);
        pool.Rent(length).ShouldBeSameAs(buffer);
    });

    [Fact]
    public void ManySmallBuffersLeaveRoomForALargeOne()
    {
        var pool = new BufferPool();
        byte[][] small = [.. Enumerable.Range(0, 20_000).Select(_ => pool.Rent(8192))];
        var known = small.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var large = pool.Rent(1 << 20);
        foreach (var buffer in small) pool.Return(buffer);
        pool.Return(large);
        pool.Rent(1 << 20).ShouldBeSameAs(large);
        Enumerable.Range(0, 20_000).Count(_ => known.Contains(pool.Rent(8192))).ShouldBe(32);
    }

    [Fact]
    public void WhatIsKeptOfAllSizesIsBounded()
    {
        var pool = new BufferPool();
        byte[][] all = [.. Enumerable.Range(0, 200).SelectMany(step => Enumerable.Repeat(512 + (step * 20_000), 4)).Select(pool.Rent)];
        foreach (var buffer in all) pool.Return(buffer);
        var known = all.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        all.Select(buffer => pool.Rent(buffer.Length)).Where(known.Contains).Sum(buffer => (long)buffer.Length).ShouldBeLessThanOrEqualTo(12 << 20);
    }

    [Fact]
    public void ABufferFromElsewhereIsNotKept() => Gen.Int[0, 100_000].Where(length => length < 512 || !IsSize(length)).Sample(length =>
    {
        var pool = new BufferPool();
        var foreign = new byte[length];
        pool.Return(foreign);
        pool.Rent(length).ShouldNotBeSameAs(foreign);
    });

    private static bool IsSize(int length) => new BufferPool().Rent(length).Length == length;
}
