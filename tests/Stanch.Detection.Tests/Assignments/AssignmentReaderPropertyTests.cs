using System.Text;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Tests.Assignments;

public sealed class AssignmentReaderPropertyTests
{
    private const int Before = AssignmentReader.NameReach + AssignmentReader.ValueReach + 64;
    private const int After = AssignmentReader.NameReach + AssignmentReader.GapReach + FallbackReader.Reach + AssignmentReader.ValueReach + 8;
    private static readonly Gen<byte> Byte = Gen.Frequency(
        (3, Gen.Byte), (9, Gen.Char["=:>-\"'`\\ \t\r\n(){}[]<>,;|&!?+$#@%./*~"].Select(c => (byte)c)), (6, Gen.Char["aeioABfLrbu_019"].Select(c => (byte)c)));

    private static readonly string[] Fragments =
    [
        "password", "\"", "'", "\\\"", " = ", ": ", "=", ":", " := ", " => ", "==", " != ", "->", "\n", "\r\n", "|\n  ", " value=\"", "<", ">", "</", "abc123", " ", "--", "ENV ", "(", ")", "[", "]", ";", "\"\"\"", "`", "x", "é", "\0", " ?: ", "||", " ?? ", " ? ", " : ", " or ", "getenv(", ", ", " is ", " for ", "| ", "**", "</td><td>",
    ];

    private static readonly Gen<string> Fragment = Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]);

    [Fact]
    public void NoBytesMakeItThrowAtAnyOffset() => Byte.Array[0, 60].Sample(bytes =>
    {
        for (var start = 0; start < bytes.Length; start++)
        {
            for (var end = start + 1; end <= Math.Min(bytes.Length, start + 8); end++)
            {
                Check(bytes, start, end);
            }
        }
    });

    [Fact]
    public void NoSyntaxCutAtAnyOffsetMakesItThrow() => Fragment.Array[0, 14].Sample(fragments =>
    {
        var bytes = Encoding.UTF8.GetBytes("password" + string.Concat(fragments));
        for (var length = "password".Length; length <= bytes.Length; length++)
        {
            Check(bytes[..length], 0, "password".Length);
        }
    });

    [Fact]
    public void NothingBeyondItsReachChangesWhatIsRead() => Gen.Select(Fragment.Array[0, 14], Fragment.Array[0, 6], Byte, Gen.Int[0, 3]).Sample((after, before, filler, kind) =>
    {
        var name = Encoding.UTF8.GetBytes(string.Concat(before) + "password" + string.Concat(after));
        var long_ = kind == 0 ? [.. Enumerable.Repeat(filler, 5000), .. name, .. Enumerable.Repeat(filler, 9000)]
            : kind == 1 ? [.. name, .. Enumerable.Repeat((byte)'x', 9000)]
            : kind == 2 ? [.. Enumerable.Repeat((byte)'x', 5000), (byte)'"', .. name]
            : name;
        var at = Encoding.Latin1.GetString(long_).IndexOf("password", StringComparison.Ordinal);
        var from = Math.Max(0, at - Before);
        var to = Math.Min(long_.Length, at + 8 + After);
        var whole = AssignmentReader.TryRead(long_, at, at + 8, out var inWhole);
        var part = AssignmentReader.TryRead(long_.AsSpan(from, to - from), at - from, at - from + 8, out var inPart);
        part.ShouldBe(whole);
        if (whole)
        {
            (inPart.NameStart + from, inPart.NameEnd + from, inPart.ValueStart + from, inPart.ValueEnd + from, inPart.Quoted, inPart.Separator)
                .ShouldBe((inWhole.NameStart, inWhole.NameEnd, inWhole.ValueStart, inWhole.ValueEnd, inWhole.Quoted, inWhole.Separator));
        }
    });

    private static void Check(byte[] bytes, int start, int end)
    {
        if (!AssignmentReader.TryRead(bytes, start, end, out var assignment))
        {
            return;
        }

        assignment.NameStart.ShouldBeInRange(Math.Max(0, start - AssignmentReader.NameReach), start);
        assignment.NameEnd.ShouldBeInRange(end, end + AssignmentReader.NameReach);
        assignment.ValueLength.ShouldBeInRange(1, AssignmentReader.ValueReach);
        assignment.ValueStart.ShouldBeGreaterThanOrEqualTo(0);
        assignment.ValueEnd.ShouldBeLessThanOrEqualTo(bytes.Length);
        (assignment.ValueStart >= assignment.NameEnd || assignment.ValueEnd <= assignment.NameStart).ShouldBeTrue();
    }
}
