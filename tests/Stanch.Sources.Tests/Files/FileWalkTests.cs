using System.Text;
using Stanch.Detection;
using Stanch.Sources.Files;

namespace Stanch.Sources.Tests.Files;

public sealed class FileWalkTests
{
    [Fact]
    public void WhatVanishesBetweenListingAndReadingIsNamed()
    {
        var scan = Walk(new Fake { Files = ["a", "gone", "sub/b", "lost/c"], Broken = ["gone", "lost"] }, jobs: 2);
        scan.Paths.ShouldBe(["a", "sub/b"]);
        scan.Gaps.Select(gap => (gap.Path, gap.Kind)).Order().ShouldBe([("gone", GapKind.Unreadable), ("lost", GapKind.Unreadable)]);
    }

    [Fact]
    public void ARepositorysFolderThatCannotBeListedIsNamed()
    {
        var scan = Walk(new Fake { Files = ["a", ".git/config"], Broken = [".git"] }, jobs: 2);
        scan.Paths.ShouldBe(["a"]);
        scan.Gaps.ShouldHaveSingleItem().Kind.ShouldBe(GapKind.Unreadable);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AnExceptionOfTheSinkEndsTheWalkAndComesOutOnce(int jobs)
    {
        var collected = new Collected { OnPiece = path => throw new InvalidOperationException($"no room for {path}") };
        Should.Throw<InvalidOperationException>(() => Run(new Fake { Files = [.. Enumerable.Range(0, 300).Select(i => $"{i % 20}/{i}")] }, jobs, collected)).Message.ShouldStartWith("no room for");
    }

    [Fact]
    public void AReadThatFailsInTheMiddleIsNamed()
    {
        var scan = Walk(new Fake { Files = ["a", "torn"], Torn = ["torn"] }, jobs: 1);
        scan.Paths.ShouldBe(["a"]);
        scan.Gaps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Path.ShouldBe("torn"), gap => gap.IsFailure.ShouldBeTrue());
    }

    private static Collected Walk(Fake files, int jobs)
    {
        var collected = new Collected();
        Run(files, jobs, collected);
        return collected;
    }

    private static void Run(Fake files, int jobs, Collected collected) =>
        new FileWalk(files, new SourceRequest([], jobs), collected, respectGitIgnore: false).Run([new FileRoot("/root", "", true)], TestContext.Current.CancellationToken);

    private sealed class Fake : IFileSystem
    {
        public string[] Files { get; init; } = [];
        public string[] Broken { get; init; } = [];
        public string[] Torn { get; init; } = [];

        public List<FileEntry> List(FilePath folder, bool followLink)
        {
            var inside = Inside(folder);
            var prefix = inside.Length == 0 ? "" : inside + "/";
            return [.. Files.Where(file => file.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file[prefix.Length..].Split('/'))
                .Select(parts => (Name: parts[0], IsFolder: parts.Length > 1)).Distinct().Select(entry => new FileEntry(Encoding.UTF8.GetBytes(entry.Name), entry.IsFolder ? FileKind.Folder : FileKind.File))];
        }

        public IOpenFile Open(FilePath file, bool followLink) => new Opened(Torn.Contains(Inside(file)));

        public bool IsSpecial(FilePath path) => false;

        public string? ResolveLink(FilePath link) => null;

        private string Inside(FilePath path)
        {
            var inside = path.ToString()["/root".Length..].TrimStart('/');
            return Broken.Contains(inside) ? throw new IOException("Permission denied") : inside;
        }

        private sealed class Opened(bool torn) : IOpenFile
        {
            private int _reads;

            public int Read(Span<byte> buffer)
            {
                buffer[0] = (byte)'x';
                return _reads++ == 0 ? 1 : torn ? throw new IOException("Input/output error") : 0;
            }

            public void Dispose()
            {
            }
        }
    }
}
