using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Tests.Scanning;

namespace Stanch.Detection.Tests.Assignments;

/// <summary>A comparison whose literal stands first, at a blob's edges.</summary>
public sealed class ReversedComparisonTests
{
    private static readonly string[] Pieces =
    [
        "equals", "compare", "strcmp", "compare_digest", "isEqual", "(", ")", ".", "\"", "'", " ", "\t", "\n", "==", "!=", "!", "_", "x", "9", "password", "abc123", ";", ",", "é", "\0",
    ];

    private static readonly Gen<byte[]> Bytes = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Select(i => Encoding.UTF8.GetBytes(Pieces[i]))), (1, Gen.Byte.Array[0, 4])).Array[0, 6].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Theory]
    [InlineData("equals(password)", "password")]
    [InlineData("compare(token)", "token")]
    [InlineData("strcmp(password", "password")]
    public void ACallThatBeginsTheBlobHasNoLiteralBeforeIt(string text, string name)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        AssignmentReader.TryRead(Encoding.UTF8.GetBytes(text), start, start + name.Length, out _).ShouldBeFalse();
    }

    [Fact]
    public void NoBytesAroundAComparisonEndAScan() => Gen.Select(Bytes, Gen.Int[0, 4], Bytes).Sample((before, call, after) =>
        Should.NotThrow(() => Detectors.Find([.. before, .. Encoding.UTF8.GetBytes($"{Pieces[call]}(password"), .. after])));
}
