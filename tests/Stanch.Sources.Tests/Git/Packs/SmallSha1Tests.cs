using System.Security.Cryptography;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Tests.Git.Packs;

public sealed class SmallSha1Tests
{
    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "git names objects so")]
    public void TheHashIsTheSystems() => Gen.Select(Gen.Byte.Array[0, 32], Gen.Byte.Array[0, 400]).Sample(
        (header, content) =>
        {
            var hash = new byte[SmallSha1.HashLength];
            SmallSha1.Hash(header, content, hash);
            hash.ShouldBe(SHA1.HashData([.. header, .. content]));
        });

    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "git names objects so")]
    public void EveryLengthAroundABlockIsRight()
    {
        var hash = new byte[SmallSha1.HashLength];
        for (var length = 0; length < 300; length++)
        {
            var content = new byte[length];
            SmallSha1.Hash("blob "u8, content, hash);
            hash.ShouldBe(SHA1.HashData([.. "blob "u8, .. content]));
        }
    }
}
