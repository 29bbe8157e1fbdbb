using System.Text;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Tests.Filters;

public sealed class RepetitionTests
{
    private static readonly Gen<char> Letter = Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];

    [Fact]
    public void APieceThatIsWrittenAgainIsSeen() => Gen.Select(Letter.Array[4, 10], Gen.Int[3, 6]).Sample((piece, times) =>
        Repetition.IsIn(Bytes(string.Concat(Enumerable.Range(0, times).Select(i => i % 2 == 0 ? new string(piece) : new string(piece).ToUpperInvariant())))).ShouldBeTrue());

    [Fact]
    public void DrawnTextHasNone() => Letter.Array[16, 100].Select(text => new string(text)).Sample(text => Repetition.IsIn(Bytes(text)).ShouldBeFalse());

    [Fact]
    public void ShortTextIsLetBe() => Gen.Byte.Array[0, 3].Sample(text => Repetition.IsIn(text).ShouldBeFalse());

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
