using Stanch.Catalogue;

namespace Stanch.Cli.Tests.Guide;

/// <summary><c>stanch guide site</c> as it is typed; the pages are tested in Stanch.Remediation.Tests.</summary>
public sealed class GuideSiteTests
{
    [Fact]
    public void EveryGuideIsAPageAndWhatElseIsThereStays()
    {
        using var here = new Sandbox().File("public/CNAME", "guides.example.com\n");
        var outcome = here.Stanch("guide", "site", "--out", "public").ShouldExit(0);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"^stanch: wrote \d+ pages; the first is public/index\.html\n$");
        Directory.GetFiles(here.At("public/guide")).Length.ShouldBe(BuiltInCatalogue.Detectors.Count);
        here.Has("public/CNAME").ShouldBeTrue();
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsSaid()
    {
        using var here = new Sandbox().File("public", "a file\n");
        here.Stanch("guide", "site", "--out", "public").ShouldExit(2).Error.ShouldContain("--out: the site cannot be written to 'public'");
    }

    [Fact]
    public void TheFolderHasToBeNamed()
    {
        using var here = new Sandbox();
        here.Stanch("guide", "site").ShouldExit(2).Error.ShouldContain("--out");
    }
}
