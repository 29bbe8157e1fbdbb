using System.Xml.Linq;

namespace Stanch.Architecture.Tests;

/// <summary>Who may know whom: docs/architecture.md. A new arrow is a decision, made there first.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Stanch.Detection"] = [],
        ["Stanch.Catalogue.Patterns"] = [],
        ["Stanch.Catalogue.Format"] = ["Stanch.Detection"],
        ["Stanch.Policy"] = ["Stanch.Detection"],
        ["Stanch.Sources"] = ["Stanch.Detection"],
        ["Stanch.Reporting"] = ["Stanch.Detection"],
        ["CatalogueCompiler"] = ["Stanch.Catalogue.Format"],
        ["Stanch.Catalogue"] = ["Stanch.Detection", "Stanch.Catalogue.Format", "Stanch.Catalogue.Patterns"],
        ["Stanch.Remediation"] = ["Stanch.Detection", "Stanch.Catalogue", "Stanch.Sources"],
        ["Stanch.Platforms"] = ["Stanch.Detection", "Stanch.Catalogue", "Stanch.Sources"],
        ["Stanch.Cli"] = ["Stanch.Detection", "Stanch.Catalogue", "Stanch.Policy", "Stanch.Sources", "Stanch.Reporting", "Stanch.Remediation", "Stanch.Platforms"],
    };

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj").Concat(Repository.Files("build", "*.csproj")).Select(Repository.Relative)];

    [Theory, MemberData(nameof(Projects))]
    public void AProjectKnowsOnlyWhomItMay(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Allowed.ShouldContainKey(name, $"{project} is new: say in docs/architecture.md whom it may know, then here");
        References(project).Except(Allowed[name]).ShouldBeEmpty();
    }

    [Fact]
    public void DetectionStandsOnTheBaseLibraryAlone() => Packages("src/Stanch.Detection/Stanch.Detection.csproj").ShouldBeEmpty();

    [Fact]
    public void ThereIsNoDrawerForEverything() =>
        Projects.Select(row => Path.GetFileNameWithoutExtension(row.Data)).ShouldAllBe(name =>
            !name.EndsWith(".Common", StringComparison.Ordinal) && !name.EndsWith(".Core", StringComparison.Ordinal)
            && !name.EndsWith(".Utils", StringComparison.Ordinal) && !name.EndsWith(".Abstractions", StringComparison.Ordinal));

    // A reference that only orders the build brings no types.
    private static IEnumerable<string> References(string project) =>
        Read(project).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

    private static IEnumerable<string> Packages(string project) =>
        Read(project).Descendants("PackageReference").Where(package => (string?)package.Attribute("PrivateAssets") != "all").Select(package => (string)package.Attribute("Include")!);

    private static XDocument Read(string project) => XDocument.Load(Path.Combine(Repository.Root, project));
}
