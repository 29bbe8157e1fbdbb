using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Stanch.Architecture.Tests;

public sealed class HouseTests
{
    [Fact]
    public void EveryPackageSaysWhyItIsHere()
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs/dependencies.md"));
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!);
        packages.Where(package => !documented.Contains(package, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void NoPackageIsListedThatNobodyUses()
    {
        var used = Repository.Files("", "*.csproj").Concat(Repository.Files("", "*.props")).Concat(Repository.Files("", "*.targets"))
            .Where(file => !Repository.Relative(file).StartsWith("artifacts/", StringComparison.Ordinal) && !file.EndsWith("Directory.Packages.props", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference")).Select(package => (string?)package.Attribute("Include")).ToHashSet();
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!)
            .Where(package => !used.Contains(package)).ShouldBeEmpty();
    }

    [Fact]
    public void AnUnfinishedThoughtNamesItsIssue() =>
        Sources().SelectMany(file => File.ReadLines(file).Where(line => Regex.IsMatch(line, @"\b(TODO|FIXME|HACK)\b(?!.*#\d)") && !line.Contains('"')).Select(line => $"{Repository.Relative(file)}: {line.Trim()}"))
            .ShouldBeEmpty();

    [Fact]
    public void OneTypeMakesUsersExpressions() =>
        Sources().Where(file => File.ReadAllText(file).Contains("pragma warning disable RS0030", StringComparison.Ordinal)).Select(Repository.Relative).Count().ShouldBeLessThanOrEqualTo(2);

    // On Linux that is OpenSSL: where it is missing, .NET ends the program. A scan does without; these ask before, or are reached by none.
    [Fact]
    public void OnlyTheseUseTheSystemsCryptography() =>
        Repository.Files("src", "*.cs").Where(file => File.ReadAllText(file).Contains("System.Security.Cryptography", StringComparison.Ordinal))
            .Select(Repository.Relative).Order(StringComparer.Ordinal).ShouldBe(
            [
                // Examples, which `stanch detectors test` makes after it asked.
                "src/Stanch.Catalogue.Format/Examples/ExampleJwt.cs",
                "src/Stanch.Catalogue.Format/Examples/ExampleKeys.cs",
                "src/Stanch.Catalogue.Format/Examples/OpenSshKey.cs",
                // `stanch check`, which asks first.
                "src/Stanch.Cli/Checking/CheckSettings.cs",
                // They ask themselves.
                "src/Stanch.Detection/Hashing/HmacSha256.cs",
                "src/Stanch.Detection/Hashing/SystemCryptography.cs",
                "src/Stanch.Remediation/Validity/CheckOptions.cs",
                "src/Stanch.Remediation/Validity/ProviderConnection.cs",
                "src/Stanch.Sources/Git/Packs/NameCheck.cs",
                // A comparison that .NET does itself.
                "src/Stanch.Sources/Git/Seen/SeenTable.cs",
            ]);

    private static IEnumerable<string> Sources() => Repository.Files("src", "*.cs").Concat(Repository.Files("build", "*.cs"));
}
