using Stanch.Detection.Paths;

namespace Stanch.Detection.Tests.Paths;

public sealed class IgnoreFileTests
{
    [Fact]
    public void TheLastPatternThatMatchesDecides()
    {
        var file = IgnoreFile.Parse("*.log\n!keep.log\n# a comment\n\n");
        file.Decide("a/x.log", isFolder: false).ShouldBe(true);
        file.Decide("a/keep.log", isFolder: false).ShouldBe(false);
        file.Decide("a/x.txt", isFolder: false).ShouldBeNull();
    }

    [Fact]
    public void AByteOrderMarkIsNoPartOfTheFirstPattern() => IgnoreFile.Parse("\uFEFF*.log").Decide("a.log", isFolder: false).ShouldBe(true);

    [Fact]
    public void ANestedFileHasTheFirstWord()
    {
        var scope = IgnoreScope.None.Enter("", IgnoreFile.Parse("*.env")).Enter("tests", IgnoreFile.Parse("!sample.env"));
        scope.IsIgnored("tests/sample.env", isFolder: false).ShouldBeFalse();
        scope.IsIgnored("tests/other.env", isFolder: false).ShouldBeTrue();
        scope.IsIgnored("sample.env", isFolder: false).ShouldBeTrue();
        scope.IsIgnored("testsuite/sample.env", isFolder: false).ShouldBeTrue();
    }

    [Fact]
    public void NothingInAnIgnoredFolderIsTakenBack() =>
        IgnoreScope.None.Enter("", IgnoreFile.Parse("out/\n!out/keep.txt")).Covers("out/keep.txt").ShouldBeTrue();
}
