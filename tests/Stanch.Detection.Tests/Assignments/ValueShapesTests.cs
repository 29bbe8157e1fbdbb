using System.Text;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Tests.Assignments;

public sealed class ValueShapesTests
{
    private static readonly Gen<char> Sign = Gen.Char["!*-_=+~;.@"];

    [Fact]
    public void APasswordMayBeMadeOfSignsWhereTheyVary() => Gen.Shuffle("!*-_=+~;@".ToCharArray(), 8).Sample(signs =>
        CouldBeSecret($"!x{new string(signs)}").ShouldBeTrue());

    [Fact]
    public void ALineOfFewSignsIsNoSecret() => Gen.Select(Sign, Sign, Gen.Int[6, 40]).Sample((a, b, count) =>
        CouldBeSecret($"x{string.Concat(Enumerable.Repeat($"{a}{b}", count))}").ShouldBeFalse());

    [Fact]
    public void TextInAnotherScriptIsNotMadeOfSigns() => Gen.Int[0x0430, 0x044F].Array[12, 40].Sample(letters =>
        CouldBeSecret($"x{new string([.. letters.Select(letter => (char)letter)])}").ShouldBeFalse());

    [Theory]
    [InlineData("C:/some/folder")]
    [InlineData("D:\\some\\folder")]
    [InlineData("json:\"items\" protobuf:\"bytes,2,rep\"")]
    [InlineData("1.3.6.1.4.1.311")]
    [InlineData("10.20.30.40")]
    public void PathsTagsAndNumbersAreNoSecrets(string text) => CouldBeSecret(text).ShouldBeFalse();

    private static bool CouldBeSecret(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return ValueShapes.CouldBeSecret(bytes, new Assignment(0, 0, 0, bytes.Length, Separator.Equals, Quoted: true));
    }
}
