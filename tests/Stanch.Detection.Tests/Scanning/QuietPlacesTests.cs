using Stanch.Detection.Scanning;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>Where a kind of finding says nothing, and where it still does.</summary>
public sealed class QuietPlacesTests
{
    [Theory]
    [InlineData("usr/lib/libgnutls.so.30", true)]
    [InlineData("usr/share/misc/magic", true)]
    [InlineData("usr/share/mime/packages/freedesktop.org.xml", true)]
    [InlineData("app/lib/libapp.so", false)]
    [InlineData("libgnutls/key.pem", false)]
    [InlineData("magic/id_rsa", false)]
    public void TheKeysOfADistributionsOwnFilesAreQuiet(string path, bool quiet) => Check(Of("private-key-pem", "private-key", "private-key"), path, quiet);

    [Theory]
    [InlineData("docs/setup.md", true)]
    [InlineData("guide.HTML", true)]
    [InlineData("tests/login_test.go", true)]
    [InlineData("docs/htpasswd", false)]
    [InlineData("etc/shadow", false)]
    public void AHashInADocumentOrATestIsQuiet(string path, bool quiet) => Check(Of("unix-hash", "password-hash", "identity"), path, quiet);

    [Theory]
    [InlineData(".yarn/releases/yarn-3.2.1.cjs", true)]
    [InlineData("yarn-notes.js", false)]
    [InlineData("src/yarn-1.ts", false)]
    public void NamesInAReleasedToolAreQuiet(string path, bool quiet) => Check(Of("generic-secret", "generic", "generic"), path, quiet);

    [Theory]
    [InlineData("docs/setup.md")]
    [InlineData(".yarn/releases/yarn-3.2.1.cjs")]
    [InlineData("tests/fixtures/magic")]
    public void AProvidersTokenIsQuietNowhere(string path) => Check(Detectors.Token, path, quiet: false);

    [Theory]
    [InlineData("go.sum", true)]
    [InlineData("web/package-lock.json", true)]
    [InlineData("go.mod", false)]
    public void AValueBesideAPackagesNameIsQuietWhereHashesAreKept(string path, bool quiet)
    {
        Check(Detectors.Near, path, quiet);
        Check(Detectors.Token, path, quiet: false);
    }

    private static void Check(Detector detector, string path, bool quiet) => QuietPlaces.IsQuiet(detector, path, FileRoles.Of(path)).ShouldBe(quiet);

    private static Detector Of(string id, string provider, string category) => new()
    {
        Id = id,
        Name = id,
        Provider = provider,
        Category = category,
        Severity = Severity.High,
        Keywords = ["abc"],
        Pattern = Detectors.Token.Pattern,
    };
}
