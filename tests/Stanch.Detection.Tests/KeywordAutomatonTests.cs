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

    // The scan follows the table without checks: a damaged one is refused, or is harmless.
    [Fact]
    public void ADamagedTableIsRefusedOrSearchesWithoutHarm() => Gen.Select(Keywords, Gen.Select(Gen.Int[0, 1 << 20], Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)255))).Array[1, 4], Gen.Int[0, 40], Text).Sample(
        (keywords, changes, cut, text) =>
        {
            var data = KeywordAutomaton.Build(keywords).Serialize();
            foreach (var (at, value) in changes)
            {
                // The head and the reports as often as the transitions, which are most of it.
                data[at % 3 == 0 ? at % 280 : at % 3 == 1 ? data.Length - 1 - at % Math.Min(data.Length, 600) : at % data.Length] = value;
            }

            try
            {
                var automaton = KeywordAutomaton.Load(data.AsSpan(0, data.Length - (cut > 30 ? cut : 0)));
                Find(automaton, text, 0, text.Length);
                Find(automaton, text + text, text.Length / 2, text.Length);
            }
            catch (InvalidDataException)
            {
            }
        },
        iter: 3000);

    [Fact]
    public void ATableCutAtAnyByteIsRefused()
    {
        var data = KeywordAutomaton.Build(["abc", "bcd", "token"]).Serialize();
        for (var length = 0; length < data.Length; length++)
        {
            Should.Throw<InvalidDataException>(() => KeywordAutomaton.Load(data.AsSpan(0, length)));
        }
    }

    [Fact]
    public void AKeywordThatTheTableCannotWriteIsRefused() => Should.Throw<ArgumentException>(() => KeywordAutomaton.Build([new string('a', 256)]));

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
                found.AddRange(automaton.KeywordsOf(lane.State(i)).ToArray().Select(number => (lane.Position(i), automaton.Keywords[number])));
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
