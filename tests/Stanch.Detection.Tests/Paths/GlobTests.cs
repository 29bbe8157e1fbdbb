using Stanch.Detection.Paths;

namespace Stanch.Detection.Tests.Paths;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.env", "a/b/prod.env", true)]
    [InlineData("*.env", "a/prod.env/x", true)]
    [InlineData("*.env", "env", false)]
    [InlineData("/build", "build/x", true)]
    [InlineData("/build", "a/build/x", false)]
    [InlineData("docs/*.md", "docs/a.md", true)]
    [InlineData("docs/*.md", "docs/a/b.md", false)]
    [InlineData("docs/*.md", "x/docs/a.md", false)]
    [InlineData("docs/", "docs/a/b", true)]
    [InlineData("docs/", "docs", false)]
    [InlineData("**/fixtures/**", "a/b/fixtures/c/d", true)]
    [InlineData("**/fixtures/**", "fixtures/c", true)]
    [InlineData("**/fixtures/**", "fixtures", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/x/bb", false)]
    [InlineData("a/**/b/**/c", "a/b/x/b/c", true)]
    [InlineData("[a-c]?.txt", "b1.txt", true)]
    [InlineData("[!a-c]?.txt", "b1.txt", false)]
    [InlineData("[[:digit:]_]*", "7x", true)]
    [InlineData("[]-]x", "]x", true)]
    [InlineData("\\*.txt", "*.txt", true)]
    [InlineData("\\*.txt", "a.txt", false)]
    [InlineData("a[/]b", "a/b", false)]
    public void AGlobCoversWhatGitWouldIgnore(string glob, string path, bool covered) => Glob.Parse(glob).Covers(path).ShouldBe(covered);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("/", "empty")]
    [InlineData("a[b", "]")]
    [InlineData("a[b\\", "]")]
    [InlineData("a\\", "backslash")]
    [InlineData("[[:letter:]]", "letter")]
    public void AGlobThatCanNeverMatchSaysWhy(string glob, string why)
    {
        Glob.Parse(glob).Flaw.ShouldNotBeNull().ShouldContain(why);
        Glob.Parse(glob).Covers("a/b").ShouldBeFalse();
    }

    [Fact]
    public void ManyStarsDoNotTakeExponentialTime() =>
        Glob.Parse(string.Concat(Enumerable.Repeat("*a", 40)) + "b").Covers(new string('a', 4000)).ShouldBeFalse();

    [Fact]
    public void ManyFolderStarsDoNotTakeExponentialTime() =>
        Glob.Parse(string.Concat(Enumerable.Repeat("**/a/", 40)) + "b").Covers(string.Join('/', Enumerable.Repeat("a", 1000))).ShouldBeFalse();

    [Fact]
    public void AnyPatternIsReadAndMatchedWithoutFailing() =>
        Gen.Select(Gen.String[Gen.Char["*?[]!^-\\/ab:."], 0, 20], Gen.String[Gen.Char["ab/.]"], 0, 20]).Sample((glob, path) => Glob.Parse(glob).Covers(path) || true);
}
