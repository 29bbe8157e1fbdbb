using System.Diagnostics;
using Stanch.Detection.Paths;

namespace Stanch.Detection.Tests.Paths;

/// <summary>Holds the ignore files to what git itself says.</summary>
public sealed class GitCheckIgnoreTests
{
    private static readonly string[] Folders = ["", "a", "a/b", "b"];

    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "ab", "ba", "a.c", "b.c", ".a", "a b", "]", "!a", "#a", "aab");
    private static readonly Gen<string> Paths = Name.List[1, 4].Select(names => string.Join('/', names));

    // Two stars beside other text in one segment are left out: git's manual says that they are ordinary stars there, and git takes them so only
    // when no literal text stands before them.
    private static readonly Gen<string> Segment = Gen.OneOf(
        Name,
        Gen.OneOf("*", "?", "**", "*.c", "a*", "*a", "[ab]", "[!a]", "[^b]", "[a-b]*", "[]]", "[]a]", "\\a", "a\\*", "[[:alpha:]]", "[[:alpha:]b]?", "?[.]c", "[a", "a\\", "a ", "[a-]", "[--a]", "*b*", "a?b", "[\\]]", "[/]", "[[:x]"));

    private static readonly Gen<string> Line = Gen.Select(
        Gen.OneOf("", "", "", "!", "\\!", "\\#", "#"), Gen.OneOf("", "", "/"), Segment.List[1, 3], Gen.OneOf("", "", "/", "/**", "  ", "\\ ", "\r"),
        (negation, slash, segments, end) => negation + slash + string.Join('/', segments) + end);

    private static readonly Gen<string> File = Line.List[0, 5].Select(lines => string.Join('\n', lines));

    [Fact]
    public void WhatIsIgnoredIsWhatGitIgnores()
    {
        using var here = new Repository();
        Gen.Select(File, File, File, File, Paths.List[1, 30]).Sample(
            (root, a, b, exclude, paths) =>
            {
                string[] texts = [root, a, b, exclude];
                here.Write(texts);
                var scope = IgnoreScope.None.Enter("", IgnoreFile.Parse(exclude)).Enter("", IgnoreFile.Parse(root)).Enter("a", IgnoreFile.Parse(a)).Enter("a/b", IgnoreFile.Parse(b));
                var expected = here.Ignored(paths);
                foreach (var path in paths.Distinct()) scope.Covers(Folders.Contains(path) ? path + "/" : path).ShouldBe(expected.Contains(path), $"'{path}' with {Show(texts)}");
            },
            iter: 400, threads: 1);
    }

    private static string Show(string[] texts) => string.Join(" | ", texts.Select(text => text.Replace("\n", "⏎").Replace("\r", "␍")));

    private sealed class Repository : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stanch-ignore-");

        public Repository()
        {
            Git(null, "init", "-q");
            foreach (var folder in Folders) Directory.CreateDirectory(Path.Join(_folder.FullName, folder));
        }

        public void Write(string[] texts)
        {
            string[] names = [".gitignore", "a/.gitignore", "a/b/.gitignore", ".git/info/exclude"];
            for (var i = 0; i < names.Length; i++) System.IO.File.WriteAllText(Path.Join(_folder.FullName, names[i]), texts[i]);
        }

        public HashSet<string> Ignored(IEnumerable<string> paths) =>
            [.. Git(string.Concat(paths.Select(path => path + "\0")), "check-ignore", "--no-index", "--stdin", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries)];

        public void Dispose() => _folder.Delete(recursive: true);

        private string Git(string? input, params string[] arguments)
        {
            var start = new ProcessStartInfo("git", ["-c", "core.excludesFile=", .. arguments]) { WorkingDirectory = _folder.FullName, RedirectStandardInput = true, RedirectStandardOutput = true };
            using var git = Process.Start(start)!;
            if (input is not null) git.StandardInput.Write(input);
            git.StandardInput.Close();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return output;
        }
    }
}
