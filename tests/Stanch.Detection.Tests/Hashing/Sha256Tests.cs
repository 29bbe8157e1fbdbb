using System.Security.Cryptography;
using Stanch.Detection.Hashing;

namespace Stanch.Detection.Tests.Hashing;

/// <summary>Our own hashes beside the system's.</summary>
public sealed class Sha256Tests
{
    [Fact]
    public void AHashIsThatOfTheSystemsLibrary() => Gen.Byte.Array[0, 300].Sample(data => Sha256.Hash(data).ShouldBe(SHA256.HashData(data)));

    [Fact]
    public void EveryLengthAroundABlockIsPaddedRight()
    {
        var data = Gen.Byte.Array[260].Single();
        for (var length = 0; length <= data.Length; length++)
        {
            Sha256.Hash(data.AsSpan(0, length)).ShouldBe(SHA256.HashData(data.AsSpan(0, length)));
        }
    }

    [Fact]
    public void PiecesAreHashedAsTheWhole() => Gen.Byte.Array[0, 100].Array[0, 12].Sample(pieces =>
    {
        var hash = new Sha256();
        var made = new byte[Sha256.HashLength];
        for (var time = 0; time < 2; time++)
        {
            foreach (var piece in pieces) hash.Append(piece);
            hash.Finish(made);
            made.ShouldBe(SHA256.HashData(pieces.SelectMany(piece => piece).ToArray()));
        }
    });

    [Fact]
    public void AKeyedHashIsThatOfTheSystemsLibrary() => Gen.Select(Gen.Byte.Array[0, 150], Gen.Byte.Array[0, 150], Gen.Bool).Sample((key, data, forMuch) =>
    {
        using var hmac = new HmacSha256(key, forMuch);
        for (var time = 0; time < 2; time++)
        {
            hmac.Append(data);
            hmac.Finish().ShouldBe(HMACSHA256.HashData(key, data));
        }
    });

    [Fact]
    public void AStretchedPasswordIsThatOfTheSystemsLibrary() => Gen.Select(Gen.Byte.Array[0, 80], Gen.Byte.Array[0, 80], Gen.Int[1, 20]).Sample((password, salt, rounds) =>
        HmacSha256.Stretch(password, salt, rounds).ShouldBe(Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, HmacSha256.HashLength)));
}
