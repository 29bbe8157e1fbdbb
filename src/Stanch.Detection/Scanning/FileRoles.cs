using System.Collections.Frozen;

namespace Stanch.Detection.Scanning;

/// <summary>Tells a file's role from its path. Nothing is dropped for its folder: the evidence changes.</summary>
internal static class FileRoles
{
    private static readonly FrozenSet<string> CodeExtensions = new[]
    {
        "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "m", "mm", "cs", "vb", "fs", "fsx", "java", "kt", "kts", "scala", "groovy", "gradle", "clj", "go", "rs", "zig", "swift", "dart", "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "vue", "svelte",
        "py", "pyi", "pyx", "rb", "rake", "erb", "php", "pl", "pm", "lua", "r", "jl", "ex", "exs", "erl", "hs", "ml", "mli", "nim", "d", "pas", "coffee", "cr", "sol", "sql", "tf", "jsp", "aspx", "cshtml", "razor", "hbs", "ejs", "html", "htm", "css", "scss", "less",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TestWords = new[]
    {
        "test", "tests", "testing", "testdata", "spec", "specs", "fixture", "fixtures", "mock", "mocks", "stub", "stubs", "__tests__", "__mocks__", "e2e", "testcase", "testcases", "unittest", "unittests", "cypress", "snapshots", "__snapshots__", "testutil", "testutils", "cassettes",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ExampleWords = new[]
    {
        "example", "examples", "sample", "samples", "demo", "demos", "doc", "docs", "documentation", "tutorial", "tutorials", "template", "templates", "dist", "readme", "changelog", "guide", "guides", "man", "quickstart",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ExampleExtensions = new[] { "md", "mdx", "rst", "adoc", "asciidoc", "textile", "1", "5", "8" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TemplateExtensions = new[] { "example", "sample", "template", "tmpl", "dist", "tpl" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static FileRole Of(string path)
    {
        var role = FileRole.None;
        var slash = path.LastIndexOf('/');
        foreach (var folder in path[..Math.Max(0, slash)].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            role |= OfWords(folder);
        }

        var name = path[(slash + 1)..];
        if (WithoutTemplateEnding(name) is { } inner && inner.Length < name.Length)
        {
            role |= FileRole.Example;
            name = inner;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? "" : name[(dot + 1)..];
        if (ExampleExtensions.Contains(extension))
        {
            role |= FileRole.Example;
        }

        if (CodeExtensions.Contains(extension))
        {
            role |= FileRole.Code;
        }

        return role | OfWords(dot < 0 ? name : name[..dot]);
    }

    /// <summary>The name that a template has once it is filled in: <c>.env</c> of <c>.env.example</c>.</summary>
    public static string WithoutTemplateEnding(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && TemplateExtensions.Contains(name[(dot + 1)..]) ? name[..dot] : name;
    }

    private static FileRole OfWords(string segment)
    {
        var role = FileRole.None;
        if (TestWords.Contains(segment))
        {
            return FileRole.Test;
        }

        foreach (var word in segment.Split(['-', '_', '.', ' ']))
        {
            role |= TestWords.Contains(word) ? FileRole.Test : ExampleWords.Contains(word) ? FileRole.Example : FileRole.None;
        }

        // FooTest.java, FooTests.cs, TestFoo.py
        if (segment.EndsWith("Test", StringComparison.Ordinal) || segment.EndsWith("Tests", StringComparison.Ordinal) || segment.EndsWith("Spec", StringComparison.Ordinal)
            || (segment.StartsWith("Test", StringComparison.Ordinal) && segment.Length > 4 && char.IsAsciiLetterUpper(segment[4])))
        {
            role |= FileRole.Test;
        }

        return role;
    }
}
