using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Tests.Git.Packs;

public sealed class AlternateListTests
{
    [Theory]
    [InlineData("/a:/b", new[] { "/a", "/b" })]
    [InlineData("::/a:", new[] { "/a" })]
    [InlineData("\"/with:colon\":/b", new[] { "/with:colon", "/b" })]
    [InlineData("\"/tab\\tquote\\\"back\\\\slash\\303\\251\"", new[] { "/tab\tquote\"back\\slashé" })]
    [InlineData("#/comment:/b", new[] { "/b" })]
    [InlineData("\"/not closed:/b", new[] { "\"/not closed", "/b" })]
    [InlineData("", new string[0])]
    public void AnEntryMayBeQuoted(string list, string[] paths) => AlternateList.Split(list, ':').ShouldBe(paths);

    [Fact]
    public void WhatIsJoinedIsSplitAgain() => Gen.Char["a/:\"\\#é"].Array[1, 8].Select(letters => new string(letters)).Array[0, 4].Sample(
        paths => AlternateList.Split(AlternateList.Join(paths, ':'), ':').ShouldBe(paths));

    [Fact]
    public void GitReadsTheSameBorrowedStores()
    {
        using var here = new Sandbox();
        using var other = new Sandbox();
        other.Commit("1", ("a", "needle-borrowed"));
        var borrowed = Path.Combine(here.Path, "odd:na\"me");
        Directory.Move(other.In(".git", "objects"), borrowed);
        Directory.CreateDirectory(other.In(".git", "objects"));
        var head = System.IO.File.ReadAllText(other.In(".git", "refs", "heads", "main")).Trim();
        System.IO.File.WriteAllText(here.In(".git", "refs", "heads", "main"), head + "\n");

        var needles = Scan.In(
            new Dictionary<string, string> { ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = AlternateList.Join(["/nowhere", borrowed], Path.PathSeparator) }, here.Repository);

        needles.Words.ShouldBe(["needle-borrowed"]);
    }
}
