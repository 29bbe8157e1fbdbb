using System.Text;
using Stanch.Detection.Matching;

namespace Stanch.Detection.Tests;

public sealed class KeywordAutomatonTests
{
    private static readonly Gen<string> Keyword = Gen.Char["abcAB_-1"].Array[3, 7].Select(characters => new string(characters));
    private static readonly Gen<string[]> Keywords = Keyword.Array[1, 30];
    private static readonly Gen<string> Text = Gen.Char["abcABC_-1 \n"].Array[0, 2000].Select(characters => new string(characters));

    [Fact]
    public void EveryOccurrenceOfEveryKeywordIsFoundAndNoOther() =>
        Gen.Select(Keywords, Text).Sample((keywords, text) =>
            Find(KeywordAutomaton.Build(keywords), text, 0, text.Length).ShouldBe(Naive(keywords, text, 0, text.Length)));

    [Fact]
    public void APartOfATextIsSearchedAsIfTheWholeWere() =>
        Gen.Select(Keywords, Text, Gen.Int[0, 2000], Gen.Int[0, 2000]).Sample((keywords, text, a, b) =>
        {
            var start = Math.Min(Math.Min(a, b), text.Length);
            var end = Math.Min(Math.Max(a, b), text.Length);
            Find(KeywordAutomaton.Build(keywords), text, start, end).ShouldBe(Naive(keywords, text, start, end));
        });

    [Fact]
    public void ATableThatWasWrittenReadsTheSame() =>
        Gen.Select(Keywords, Text).Sample((keywords, text) =>
        {
            var automaton = KeywordAutomaton.Build(keywords);
            Find(KeywordAutomaton.Load(automaton.Serialize()), text, 0, text.Length).ShouldBe(Find(automaton, text, 0, text.Length));
        });

    [Fact]
    public void AnyBytesAreATableOrAreRefused() =>
        Gen.Byte.Array[0, 600].Sample(bytes =>
        {
            try
            {
                KeywordAutomaton.Load(bytes);
            }
            catch (InvalidDataException)
            {
            }
        });

    [Theory]
    [InlineData("")]
    [InlineData("naïve")]
    public void AKeywordThatIsEmptyOrNotAsciiIsRefused(string keyword) =>
        Should.Throw<ArgumentException>(() => KeywordAutomaton.Build([keyword]));

    private static List<(int, string)> Find(KeywordAutomaton automaton, string text, int start, int end)
    {
        var hits = new HitBuffer();
        automaton.Scan(Encoding.Latin1.GetBytes(text), start, end, hits);
        List<(int, string)> found = [];
        foreach (var lane in hits.Lanes)
        {
            for (var i = 0; i < lane.Count; i++)
            {
                found.AddRange(automaton.KeywordsOf(lane.State(i)).Select(number => (lane.Position(i), automaton.Keywords[number])));
            }
        }

        return [.. found.Order()];
    }

    private static List<(int, string)> Naive(string[] keywords, string text, int start, int end)
    {
        List<(int, string)> found = [];
        foreach (var keyword in keywords.Select(keyword => keyword.ToLowerInvariant()).Distinct())
        {
            for (var i = 0; i + keyword.Length <= text.Length; i++)
            {
                var last = i + keyword.Length - 1;
                if (last >= start && last < end && text.AsSpan(i, keyword.Length).Equals(keyword, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add((last, keyword));
                }
            }
        }

        return [.. found.Order()];
    }
}
