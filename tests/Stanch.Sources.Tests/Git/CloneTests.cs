using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

public sealed class CloneTests
{
    [Fact]
    public void AnAddressIsClonedWithAllItsRefsAndNothingIsLeftBehind()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));
        here.Git("checkout", "--quiet", "--detach");
        here.Commit("2", ("a", "needle-pull"));
        here.Git("update-ref", "refs/pull/1/head", "HEAD");
        here.Git("checkout", "--quiet", "main");
        var temporary = Directory.CreateDirectory(Path.Combine(here.Path, "tmp")).FullName;

        var needles = Clone(here, temporary, "file://" + here.Repository, TestContext.Current.CancellationToken);

        needles.Words.ShouldBe(["needle-a", "needle-pull"]);
        needles.CommitOf("needle-a").Repository.ShouldBe("file://" + here.Repository);
        Directory.EnumerateFileSystemEntries(temporary).ShouldBeEmpty();
    }

    [Fact]
    public void AnAddressThatCannotBeClonedSaysSoAndLeavesNothingBehind()
    {
        using var here = new Sandbox();
        var temporary = Directory.CreateDirectory(Path.Combine(here.Path, "tmp")).FullName;

        Should.Throw<SourceException>(() => Clone(here, temporary, $"file://user:hidden@{here.Path}/nowhere", TestContext.Current.CancellationToken)).Message
            .ShouldSatisfyAllConditions(message => message.ShouldContain("could not be cloned"), message => message.ShouldNotContain("hidden"));
        Directory.EnumerateFileSystemEntries(temporary).ShouldBeEmpty();
    }

    [Fact]
    public void ACancelledCloneLeavesNothingBehind()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "needle-a"));
        var temporary = Directory.CreateDirectory(Path.Combine(here.Path, "tmp")).FullName;
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var needles = Clone(here, temporary, "file://" + here.Repository, cancelled.Token);

        needles.Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Interrupted);
        Directory.EnumerateFileSystemEntries(temporary).ShouldBeEmpty();
    }

    private static Needles Clone(Sandbox here, string temporary, string address, CancellationToken cancellation)
    {
        var needles = new Needles();
        var environment = new GitEnvironment(new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["TMPDIR"] = temporary }, here.Path);
        new GitSource(environment).Walk(Scan.Request(address, 2), needles, cancellation);
        return needles;
    }

    [Theory]
    [InlineData("ext::sh -c true")]
    [InlineData("ext::https://example.com/a")]
    [InlineData("gopher://example.com/a")]
    public void AnAddressThatIsAProgramIsRefused(string address) =>
        Should.Throw<SourceException>(() => Scan.Of(address)).Message.ShouldContain("not an address that can be cloned");

    [Theory]
    [InlineData("https://user:pass@example.com/a.git?token=x", "https://example.com/a.git")]
    [InlineData("https://token@example.com/a.git", "https://example.com/a.git")]
    [InlineData("https://example.com", "https://example.com")]
    [InlineData("https://a@b:c@example.com/a@b", "https://example.com/a@b")]
    [InlineData("ssh://git@example.com/a.git", "ssh://git@example.com/a.git")]
    [InlineData("ssh://git:pass@example.com/a.git", "ssh://example.com/a.git")]
    [InlineData("git@example.com:a/b.git", "git@example.com:a/b.git")]
    [InlineData("/srv/a.git", "/srv/a.git")]
    public void CredentialsAreNeverShown(string address, string shown) => RemoteAddress.WithoutCredentials(address).ShouldBe(shown);

    [Theory]
    [InlineData("https://example.com/a", true)]
    [InlineData("git@example.com:a/b.git", true)]
    [InlineData("file:///srv/a", true)]
    [InlineData("some/folder", false)]
    [InlineData("C:\\work\\a", false)]
    [InlineData("a@b/c:d", false)]
    public void AddressesAreToldFromPaths(string target, bool isAddress) => RemoteAddress.IsAddress(target).ShouldBe(isAddress);
}
