using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

/// <summary>What stands where a connection string has its password.</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("uid = 3; pwd = ", "getpwuid(uid)) == 0)", "")]
    [InlineData("uid = 3; pwd = ", "(char *)copy(name)", "")]
    [InlineData("uid = 3; pwd = ", "first\nsecond", "")]
    [InlineData("Server=db; Password=", "null", "")]
    [InlineData("Server=db; Password=", "NULL", "")]
    [InlineData("mongodb://user:", "password", "@db.example.com/shop")]
    [InlineData("mongodb://user:", "***", "@db.acme.net/shop")]
    public void ProgramTextMasksAndDocumentsHoldNone(string before, string password, string after) => Check(before, password, after).ShouldBe(ProofOutcome.Rejects);

    [Theory]
    [InlineData("mongodb://user:", "@db.acme.net/shop")]
    [InlineData("Server=db; Password=", ";")]
    public void APasswordStays(string before, string after) =>
        Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!%"].Array[8, 24].Select(characters => "x7" + new string(characters)).Sample(password =>
            Check(before, password, after).ShouldNotBe(ProofOutcome.Rejects));

    [Theory]
    [InlineData("postgres://app:", "@db.acme.net/shop")]
    [InlineData("Server=db; Password=", ";")]
    public void ABracketThatIsNeverClosedIsNoCall(string before, string after) =>
        Gen.Char["abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"].Array[8, 24].Select(characters => "Tq(8" + new string(characters)).Sample(password =>
            Check(before, password, after).ShouldNotBe(ProofOutcome.Rejects));

    private static ProofOutcome Check(string before, string password, string after)
    {
        var content = Encoding.ASCII.GetBytes(before + password + after);
        return new ConnectionString().Check(new ProofInput(content, 0, content.Length, before.Length, before.Length + password.Length)).Outcome;
    }
}
