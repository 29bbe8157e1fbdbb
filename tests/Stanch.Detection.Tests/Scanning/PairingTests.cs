namespace Stanch.Detection.Tests.Scanning;

public sealed class PairingTests
{
    [Theory]
    [InlineData("id\n\n\ntok", "1")]
    [InlineData("id\nid\ntok", "2")]
    [InlineData("tok\nid", "2")]
    [InlineData("id\ntok\nid", "1")]
    [InlineData("id\n\ntok\nid", "4")]
    [InlineData("id tok id", "1")]
    [InlineData("id\n\n\n\n\ntok", "1")]
    [InlineData("id\n\n\n\n\n\ntok", null)]
    [InlineData("tok", null)]
    [InlineData("tok tok", null)]
    public void TheNearestIsPairedAndOfTwoTheOneBefore(string layout, string? line) =>
        Text(layout).Sample(text => Token(text).Facts.FirstOrDefault(fact => fact.Name == "pairedLine")?.Value.ShouldBe(line), iter: 3);

    [Theory]
    [InlineData("id\ntok\nid", true)]
    [InlineData("id id tok", true)]
    [InlineData("id tok\nid", false)]
    [InlineData("id\ntok\n\nid", false)]
    public void OthersAtTheSameDistanceAreSaid(string layout, bool ambiguous) =>
        Text(layout).Sample(text => Token(text).Facts.Any(fact => fact.Name == "pairAmbiguous").ShouldBe(ambiguous), iter: 3);

    [Fact]
    public void TheSameIdentifierTwiceIsNotAmbiguous() => Gen.Select(Samples.Identifier, Samples.Token).Sample(
        (id, token) => Token($"{id}\n{token}\n{id}").Facts.Any(fact => fact.Name == "pairAmbiguous").ShouldBeFalse());

    [Fact]
    public void APairedSecretSaysSo() => Text("id\ntok").Sample(text => Token(text).Reasons.ShouldContain(Reason.Pair));

    private static Gen<string> Text(string layout) => Gen.Select(Samples.Identifier.Array[4], Samples.Token.Array[4]).Select((ids, tokens) =>
    {
        var text = layout;
        for (var i = 0; i < 4; i++)
        {
            text = Replace(Replace(text, "id", ids[i]), "tok", tokens[i]);
        }

        return text;
    });

    // The first whole word of the layout that is still to be filled.
    private static string Replace(string text, string word, string with)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var ends = at + word.Length;
            if ((at == 0 || text[at - 1] is ' ' or '\n') && (ends == text.Length || text[ends] is ' ' or '\n'))
            {
                return string.Concat(text.AsSpan(0, at), with, text.AsSpan(ends));
            }
        }

        return text;
    }

    private static Stanch.Detection.Scanning.Candidate Token(string text) => Detectors.Find(Samples.Utf8(text)).First(candidate => candidate.Detector == Detectors.Token);
}
