using System.Security.Cryptography;
using Stanch.Detection.Hashing;

namespace Stanch.Detection.Tests.Hashing;

public sealed class Sha1Tests
{
    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "git names objects so")]
    public void TheHashIsTheSystems() => Gen.Select(Gen.Byte.Array[0, 32], Gen.Byte.Array[0, 400]).Sample(
        (header, content) =>
        {
            var hash = new byte[Sha1.HashLength];
            Sha1.Hash(header, content, hash);
            hash.ShouldBe(SHA1.HashData([.. header, .. content]));
        });

    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "git names objects so")]
    public void EveryLengthAroundABlockIsRight()
    {
        var hash = new byte[Sha1.HashLength];
        for (var length = 0; length < 300; length++)
        {
            var content = new byte[length];
            Sha1.Hash("blob "u8, content, hash);
            hash.ShouldBe(SHA1.HashData([.. "blob "u8, .. content]));
        }
    }
}
