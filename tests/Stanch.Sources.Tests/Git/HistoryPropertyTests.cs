using System.Globalization;
using System.Text;
using Stanch.Detection;

namespace Stanch.Sources.Tests.Git;

/// <summary>Random histories, made by <c>git fast-import</c>: what the scan says of every secret is what the slow way says.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly string[] Paths = ["a", "dir/b", "dir/deep/c"];
    private static readonly string[] Contents = ["plain", "needle-1", "needle-2", "needle-1 needle-2", "other", "needle-3 and needle-1"];

    /// <summary>A commit: its parents as steps back (0: none), its edits (−1: deleted), and whether a branch names it.</summary>
    private static readonly Gen<Step[]> Histories = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 6].Array[0, 2], Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 5]).Array[0, 2], Gen.Int[0, 3])
        .Select((first, merged, edits, named) => new Step(first, merged, edits, named)).Array[1, 14];

    [Fact]
    public void LifespansAreThoseOfTheSlowWay() => Histories.Sample(CheckHistory, iter: 40, threads: 1);

    [Fact]
    public void ARangeReportsExactlyWhatItsCommitsIntroduce() => Gen.Select(Histories, Gen.Int[0, 13], Gen.Int[0, 13]).Sample(CheckRange, iter: 40, threads: 1);

    private static void CheckHistory(Step[] history)
    {
        using var here = new Sandbox(bare: true);
        Import(here, history);
        var needles = Scan.Of(here.Repository);
        needles.Gaps.ShouldBeEmpty();
        Shown(needles).ShouldBe(new HistoryOracle(here).Describe());
    }

    private static void CheckRange(Step[] history, int from, int to)
    {
        using var here = new Sandbox(bare: true);
        Import(here, history);
        var commits = here.Git("log", "--all", "--date-order", "--reverse", "--format=%H").Split('\n');
        var (a, b) = (commits[from % commits.Length], commits[to % commits.Length]);
        var range = here.Git("rev-list", $"{a}..{b}").Split('\n').ToHashSet();

        var found = Scan.Of(here.Repository, ("range", $"{a}..{b}")).Findings.Select(finding => (finding.Place.Path, finding.Word)).ToHashSet();

        found.ShouldBe(new HistoryOracle(here).IntroducedIn(range), ignoreOrder: true);
    }

    private static IEnumerable<string> Shown(Needles needles) =>
        from finding in needles.Findings
        let place = (Provenance.Commit)finding.Place
        orderby place.Path, finding.Word
        select $"{place.Path} {finding.Word} {(place.Introduced.Id, place.Last!.Id, place.Removed?.Id, place.AtHead)}";

    private static void Import(Sandbox here, Step[] history)
    {
        var text = new StringBuilder();
        for (var i = 0; i < history.Length; i++) Append(text, history[i], i);
        text.Append("done\n");
        here.GitWithInput(text.ToString(), "fast-import", "--quiet", "--done", "--date-format=raw", "--force");
    }

    private static void Append(StringBuilder text, Step step, int i)
    {
        var first = step.First == 0 || step.First > i ? -1 : i - step.First;
        text.Append(CultureInfo.InvariantCulture, $"commit refs/all/c{i}\nmark :{i + 1}\ncommitter Ada <ada@example.com> {1_700_000_000 + (i * 60)} +0000\ndata 1\n{(char)('a' + i)}\n");
        if (first >= 0) text.Append(CultureInfo.InvariantCulture, $"from :{first + 1}\n");
        var parents = step.Merged.Where(back => back > 0 && back <= i).Select(back => i - back).Distinct().Where(parent => first >= 0 && parent != first);
        foreach (var parent in parents) text.Append(CultureInfo.InvariantCulture, $"merge :{parent + 1}\n");
        foreach (var (path, content) in step.Edits)
        {
            if (content < 0) text.Append(CultureInfo.InvariantCulture, $"D {Paths[path]}\n");
            else text.Append(CultureInfo.InvariantCulture, $"M 100644 inline {Paths[path]}\ndata {Contents[content].Length}\n{Contents[content]}\n");
        }
        text.Append('\n');
        if (step.Named == 0) text.Append(CultureInfo.InvariantCulture, $"reset refs/heads/b{i}\nfrom :{i + 1}\n\n");
    }

    private sealed record Step(int First, int[] Merged, (int Path, int Content)[] Edits, int Named);
}
