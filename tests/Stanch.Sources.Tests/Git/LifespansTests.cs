using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

public sealed class LifespansTests
{
    private static readonly int[][] Line = [[], [0], [1], [2]];

    [Fact]
    public void MorePairsThanAWordHasBitsAreKeptApart()
    {
        var events = Enumerable.Range(0, 200).SelectMany(pair => new[] { new LifeEvent(pair % 2, pair, true), new LifeEvent(2 + (pair % 2), pair, false) }).Reverse();

        var lives = Lifespans.Compute(Line, [3], events, 200, jobs: 3);

        for (var pair = 0; pair < 200; pair++) lives[pair].ShouldBe(new Lifespan(pair % 2, 1 + (pair % 2), 2 + (pair % 2), false));
    }

    [Fact]
    public void AMergeThatLosesWhatOneSideHadDidNotTakeItAway()
    {
        // 0 has it; 1 takes it away; 2 keeps it on a side line; 3 merges 2 into 1.
        int[][] parents = [[], [0], [0], [1, 2]];

        Lifespans.Compute(parents, [3], [new LifeEvent(0, 0, true), new LifeEvent(1, 0, false)], 1, 1)[0].ShouldBe(new Lifespan(0, 2, 1, false));
    }

    [Fact]
    public void NoEventsNoLives() => Lifespans.Compute(Line, [3], [], 0, 1).ShouldBeEmpty();
}
