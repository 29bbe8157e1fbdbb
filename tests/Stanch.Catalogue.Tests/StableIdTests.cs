using System.Runtime.CompilerServices;

namespace Stanch.Catalogue.Tests;

/// <summary>
/// Ids stand in people's configurations, baselines and dashboards: none that was ever released changes or goes. <c>Approved/detector-ids.txt</c> lists them and may only grow: with
/// STANCH_APPROVE=1 in the environment, before a release, what is new is added. A new detector needs no line there, so that it stays a matter of one file.
/// </summary>
public sealed class StableIdTests
{
    [Fact]
    public void NoIdThatWasEverReleasedIsGone()
    {
        var (released, now) = (ReadList(), BuiltInCatalogue.Detectors.Select(detector => detector.Id).ToList());
        released.Except(now).ShouldBeEmpty("an id never changes: keep it, and give what is new another");
        if (Environment.GetEnvironmentVariable("STANCH_APPROVE") == "1") File.WriteAllLines(ListFile(), released.Union(now).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheListIsSortedSoThatMergesAreClean()
    {
        var released = ReadList();
        released.ShouldNotBeEmpty();
        released.ShouldBe(released.Order(StringComparer.Ordinal));
        released.ShouldBeUnique();
    }

    private static string[] ReadList() => File.ReadAllLines(ListFile());

    private static string ListFile([CallerFilePath] string here = "") => Path.Join(Path.GetDirectoryName(here), "Approved", "detector-ids.txt");
}
