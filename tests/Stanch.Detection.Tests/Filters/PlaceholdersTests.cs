using System.Text;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Tests.Filters;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("px-api-a1b2c3d4-e5f6-g7h8-i9j0")]
    [InlineData("12345678-90ab-cdef")]
    [InlineData("0123_4567_89ab")]
    public void CountingGoesOnBehindADash(string text) => Placeholders.IsMadeUp(Encoding.ASCII.GetBytes(text)).ShouldBeTrue();

    [Fact]
    public void OneCharacterAgainAndAgainIsAMask() => Gen.Select(Gen.Char["*x.#-?X0"], Gen.Int[3, 40]).Sample((character, length) =>
        Placeholders.SaysItIsOne(Encoding.ASCII.GetBytes(new string(character, length))).ShouldBeTrue());
}
