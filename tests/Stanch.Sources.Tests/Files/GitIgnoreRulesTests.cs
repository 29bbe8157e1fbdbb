using Stanch.Detection;
using Stanch.Sources.Files;
using Stanch.Sources.Tests.Git;

namespace Stanch.Sources.Tests.Files;

/// <summary>What is left out is what git leaves out of an untracked tree.</summary>
public sealed class GitIgnoreRulesTests
{
    private static readonly Gen<string> Name = Gen.Int[0, 5].Select(i => new[] { "a", "b", "build", "x.log", "keep", "ab" }[i]);
    private static readonly Gen<string> FilePaths = Name.Array[1, 4].Select(names => string.Join('/', names));

    private static readonly Gen<string> Pattern = Gen.Int[0, 17].Select(i => new[]
    {
        "a", "/a", "a/", "b/", "*.log", "!*.log", "build", "!build/", "/build/*", "!/build/keep", "**/x.log", "a/**", "a/**/b", "!keep", "#a", "", "a*", "[ab]",
    }[i]);

    [Fact]
    public void NestedFilesAndTheRepositorysOwnDecideAsGitDoes() =>
        Gen.Select(FilePaths.Array[1, 12], Pattern.Array[0, 4], Pattern.Array[0, 3], Gen.Select(Name, Pattern.Array[1, 3]).Array[0, 3]).Sample(
            (paths, root, exclude, nested) =>
            {
                using var here = new Sandbox();
                foreach (var path in paths)
                {
                    TryWrite(here, path, "x");
                }

                TryWrite(here, ".gitignore", string.Join('\n', root));
                File.WriteAllText(here.In(".git", "info", "exclude"), string.Join('\n', exclude));
                foreach (var (folder, patterns) in nested.Where(rules => Directory.Exists(here.In(rules.Item1))))
                {
                    TryWrite(here, $"{folder}/.gitignore", string.Join('\n', patterns));
                }

                Read(here.Repository).ShouldBe(Untracked(here));
            },
            iter: 30);

    [Fact]
    public void ASubfolderAsTargetObeysTheFilesAboveIt()
    {
        using var here = new Sandbox();
        here.File("deep/down/a.log", "x").File("deep/down/b", "x").File("deep/down/c", "x").File(".gitignore", "*.log\n/deep/down/b").File("deep/.gitignore", "/down/c");
        Read(here.In("deep", "down")).ShouldBe([]);
        here.File("deep/.gitignore", "!/down/b");
        Read(here.In("deep", "down")).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void ARepositoryWithinAnotherAnswersForItself()
    {
        using var here = new Sandbox();
        here.File(".gitignore", "*.log").File("inner/a.log", "x").File("inner/b", "x").File("inner/.gitignore", "/b");
        here.GitIn(here.In("inner"), "init", "--quiet");
        Read(here.Repository).ShouldBe([".gitignore", "inner/.gitignore", "inner/a.log"]);
    }

    [Fact]
    public void ALinkedWorktreeSharesTheRepositorysOwnRules()
    {
        using var here = new Sandbox();
        here.Commit("1", ("a", "x"));
        here.Git("worktree", "add", "--quiet", "../tree");
        File.WriteAllText(here.In(".git", "info", "exclude"), "*.log");
        var tree = Path.Combine(here.Path, "tree");
        File.WriteAllText(Path.Combine(tree, "b.log"), "x");
        Read(tree).ShouldBe([".git", "a"]);
    }

    [Fact]
    public void WithoutARepositoryTheFilesCountFromTheTargetDown()
    {
        using var tree = new Tree().File("a.log").File("b").File(".gitignore", "*.log");
        Read(tree.Root).ShouldBe([".gitignore", "b"]);
    }

    [Fact]
    public void WhatIsLeftOutIsNamed()
    {
        using var tree = new Tree().File("a.log").File("build/x").File(".gitignore", "*.log\nbuild/");
        var scan = tree.Scan(request => request with { Options = new Dictionary<string, string> { ["respect-gitignore"] = "true" } });
        scan.Gaps.Select(gap => (gap.Path, gap.Kind)).Order().ShouldBe([("a.log", GapKind.Excluded), ("build", GapKind.Excluded)]);
    }

    private static string[] Read(string root)
    {
        var collected = new Collected();
        var request = new SourceRequest(["."]) { WorkingDirectory = root, Options = new Dictionary<string, string> { ["respect-gitignore"] = "true" } };
        new FilesSource().Walk(request, collected, TestContext.Current.CancellationToken);
        return [.. collected.Paths.Where(path => !path.StartsWith(".git/", StringComparison.Ordinal) && !path.Contains("/.git/", StringComparison.Ordinal))];
    }

    private static string[] Untracked(Sandbox here) =>
        [.. here.Git("ls-files", "--others", "--exclude-standard", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static void TryWrite(Sandbox here, string path, string content)
    {
        try
        {
            here.File(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // One of its folders is already a file: the sample has fewer files.
        }
    }
}
