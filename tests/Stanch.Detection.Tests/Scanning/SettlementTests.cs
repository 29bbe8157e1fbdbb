using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

public sealed class SettlementTests
{
    private static readonly Detector[] Kinds = [Detectors.Token, Detectors.Assigned, Detectors.Near, Detectors.Password, Detectors.Around];

    private static readonly Gen<Candidate> Any = Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 60], Gen.Int[1, 20], Gen.Int[0, 2]).Select((kind, start, length, evidence) => Make(Kinds[kind], start, start + length, (Evidence)evidence));

    [Fact]
    public void WhatStaysDoesNotOverlapAndWhatGoesIsOverlapped() => Any.Array[0, 30].Sample(candidates =>
    {
        var kept = candidates.ToList();
        Settlement.Settle(kept);
        kept.Zip(kept.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
        candidates.Except(kept).ShouldAllBe(gone => kept.Any(other => other.Start < gone.End && gone.Start < other.End));
    });

    [Fact]
    public void TheOrderInWhichTheyComeChangesNothing() => Gen.Select(Any.Array[0, 30], Gen.Int).Sample((candidates, seed) =>
    {
        var shuffled = candidates.ToList();
        new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shuffled));
        var kept = candidates.ToList();
        Settlement.Settle(kept);
        Settlement.Settle(shuffled);
        Spans(shuffled).ShouldBe(Spans(kept));
    });

    [Fact]
    public void TheMoreSpecificWins()
    {
        var specific = Make(Detectors.Token, 5, 10, Evidence.Likely);
        List<Candidate> candidates = [Make(Detectors.Password, 0, 20, Evidence.Likely), specific, Make(Detectors.Near, 2, 12, Evidence.Likely)];
        Settlement.Settle(candidates);
        candidates.ShouldBe([specific]);
    }

    [Fact]
    public void AChainOfOverlapsLosesOnlyWhatItsWinnersCover()
    {
        List<Candidate> chain = [.. Enumerable.Range(0, 9).Select(i => Make(i % 2 == 0 ? Detectors.Token : Detectors.Password, i * 10, i * 10 + 15, Evidence.Likely))];
        Settlement.Settle(chain);
        chain.Select(candidate => candidate.Start).ShouldBe([0, 20, 40, 60, 80]);
    }

    [Fact]
    public void WhatIsHiddenIsAllThatWasEverACandidate() => Any.Array[1, 30].Sample(candidates =>
    {
        var kept = candidates.ToList();
        Settlement.Settle(kept);
        var hidden = Redaction.Of([.. candidates.Select(candidate => (candidate.Start, candidate.End))], kept);
        hidden.Zip(hidden.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
        hidden.Where(redaction => redaction.Candidate is not null).Select(redaction => redaction.Candidate).ShouldBe(kept);
        for (var i = 0; i < 100; i++)
        {
            hidden.Any(redaction => redaction.Start <= i && i < redaction.End).ShouldBe(candidates.Any(candidate => candidate.Start <= i && i < candidate.End));
        }

        for (var i = 0; i < 100; i++)
        {
            var first = hidden.FindIndex(redaction => redaction.End > i);
            Redaction.FirstBehind(hidden, i).ShouldBe(first < 0 ? hidden.Count : first);
        }
    });

    [Fact]
    public void ManyOverlappingCandidatesSettleFast()
    {
        var random = new Random(5);
        List<Candidate> many = [.. Enumerable.Range(0, 200_000).Select(i => Make(Kinds[random.Next(Kinds.Length)], i, i + random.Next(1, 5000), (Evidence)random.Next(3)))];
        Settlement.Settle(many);
        many.Count.ShouldBeGreaterThan(10);
    }

    private static (string, int, int)[] Spans(List<Candidate> candidates) => [.. candidates.Select(candidate => (candidate.Detector.Id, candidate.Start, candidate.End))];

    private static Candidate Make(Detector detector, int start, int end, Evidence evidence) =>
        new() { Detector = detector, Secret = new Secret($"{start}"), Start = start, End = end, Evidence = evidence, Reasons = [], Facts = [] };
}
