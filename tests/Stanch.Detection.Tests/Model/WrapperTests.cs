using System.Text;
using Stanch.Detection.Assignments;

namespace Stanch.Detection.Tests.Model;

/// <summary>Values that stand within a call, a list or a header's scheme.</summary>
public sealed class WrapperTests
{
    [Theory]
    [InlineData("password = Some(\"{}\")")]
    [InlineData("password = new Secret(\"{}\")")]
    [InlineData("password: base64.b64encode(b'{}')")]
    [InlineData("password = [\"{}\", other]")]
    [InlineData("password = hash(Base64.decode(\"{}\"))")]
    public void TheValueWithinIsTheValue(string text) => Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[12].Sample(random =>
    {
        var content = Encoding.ASCII.GetBytes(text.Replace("{}", new string(random), StringComparison.Ordinal));
        AssignmentReader.TryRead(content, 0, "password".Length, out var assignment).ShouldBeTrue();
        Encoding.ASCII.GetString(assignment.Value(content)).ShouldBe(new string(random));
    });

    [Theory]
    [InlineData("password = os.getenv(\"{}\")")]
    [InlineData("password = t('{}')")]
    [InlineData("password = config.get(\"{}\")")]
    public void ALookupsNameIsNoValue(string text) => Gen.Char["abcdefghijklmnopqrstuvwxyz"].Array[12].Sample(random =>
    {
        var content = Encoding.ASCII.GetBytes(text.Replace("{}", new string(random), StringComparison.Ordinal));
        (AssignmentReader.TryRead(content, 0, "password".Length, out var assignment) && Encoding.ASCII.GetString(assignment.Value(content)) == new string(random)).ShouldBeFalse();
    });

    [Fact]
    public void ABearersTokenIsReadWhereverItStands() => Gen.Char["abcdef0123456789"].Array[40].Sample(random =>
    {
        var content = Encoding.ASCII.GetBytes($"- Bearer {new string(random)}\n");
        AssignmentReader.TryRead(content, 2, 8, out var assignment).ShouldBeTrue();
        Encoding.ASCII.GetString(assignment.Value(content)).ShouldBe(new string(random));
    });
}
