using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Assignments;

/// <summary>Where a line of two words begins.</summary>
public sealed class SettingLineTests
{
    // One in some thousands reads like words by chance.
    private static readonly Gen<string> Value = Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"].Array[32]
        .Select(characters => $"kX9f{new string(characters)}7Q").Where(value => GenericValues.IsRandom(Encoding.ASCII.GetBytes(value)));

    [Theory]
    [InlineData("The user has a", 21)]
    [InlineData("The user has a", 17)]
    [InlineData("The user has a", 16)]
    [InlineData("The user has a", 1)]
    public void BlanksWithinALineDoNotBeginOne(string before, int blanks) => Value.Sample(value => IsOne(before, blanks, value).ShouldBeFalse());

    [Theory]
    [InlineData("", 0)]
    [InlineData("", 16)]
    [InlineData("first\n", 0)]
    [InlineData("first\n", 16)]
    [InlineData("first\r", 4)]
    public void AnIndentedLineIsOne(string before, int blanks) => Value.Sample(value => IsOne(before, blanks, value).ShouldBeTrue(value));

    private static bool IsOne(string before, int blanks, string value)
    {
        var name = before.Length + blanks;
        return SettingLine.IsOne(Encoding.UTF8.GetBytes($"{before}{new string(' ', blanks)}password {value}"), name, name + "password ".Length);
    }
}
