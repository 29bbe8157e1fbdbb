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

    private static IEnumerable<string> Sources() => Repository.Files("src", "*.cs").Concat(Repository.Files("build", "*.cs"));
}
