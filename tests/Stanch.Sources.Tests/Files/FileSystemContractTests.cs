using System.Text;
using Stanch.Sources.Files;

namespace Stanch.Sources.Tests.Files;

public sealed class FileSystemContractTests
{
    [Fact]
    public void BothSeeTheSameTree()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "raw calls are Linux's");
        using var tree = new Tree().File("a", "one").File("b c/ü", "two").File("empty", "").File("x", new string('x', 5000))
            .Link("link", "a").Link("out", "/etc/hostname").Link("loop", "loop").Link("folder-link", "b c").Link("dangling", "nowhere").Link("up", "../tree/./b c/../a");
        Describe(new LinuxFileSystem(), tree.Root).ShouldBe(Describe(new PortableFileSystem(), tree.Root));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("missing")]
    [InlineData("folder")]
    public void NeitherOpensWhatIsNoFile(string name)
    {
        using var tree = new Tree().File("a").File("folder/b").Link("link", "a");
        foreach (var files in new IFileSystem[] { FileSystems.Current, new PortableFileSystem() })
        {
            Should.Throw<IOException>(() =>
            {
                using var file = files.Open(Of(tree, name), followLink: false);
                file.Read(new byte[1]);
            });
        }
    }

    [Theory]
    [InlineData("link")]
    [InlineData("missing")]
    [InlineData("a")]
    public void NeitherListsWhatIsNoFolder(string name)
    {
        using var tree = new Tree().File("a").File("folder/b").Link("link", "folder");
        foreach (var files in new IFileSystem[] { FileSystems.Current, new PortableFileSystem() })
        {
            Should.Throw<IOException>(() => files.List(Of(tree, name), followLink: false));
        }
    }

    [Fact]
    public void AFifoIsNotOpened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a FIFO cannot be told from a file before it is opened");
        using var tree = new Tree().Shell("mkfifo fifo");
        Should.Throw<IOException>(() => new LinuxFileSystem().Open(Of(tree, "fifo"), followLink: false));
        new LinuxFileSystem().IsSpecial(Of(tree, "fifo")).ShouldBeTrue();
    }

    [Fact]
    public void AFileThatGrowsIsReadToWhereItEndsThen()
    {
        using var tree = new Tree().File("log", "one");
        foreach (var files in new IFileSystem[] { FileSystems.Current, new PortableFileSystem() })
        {
            System.IO.File.WriteAllText(Path.Combine(tree.Root, "log"), "one");
            using var file = files.Open(Of(tree, "log"), followLink: false);
            var buffer = new byte[100];
            file.Read(buffer).ShouldBe(3);
            System.IO.File.AppendAllText(Path.Combine(tree.Root, "log"), "two");
            file.Read(buffer).ShouldBe(3);
            file.Read(buffer).ShouldBe(0);
        }
    }

    private static FilePath Of(Tree tree, string name) => new FilePath(tree.Root).Join(Encoding.UTF8.GetBytes(name));

    private static List<string> Describe(IFileSystem files, string root)
    {
        List<string> lines = [];
        var pending = new Stack<FilePath>([new FilePath(root)]);
        while (pending.TryPop(out var folder))
        {
            foreach (var entry in files.List(folder, followLink: true))
            {
                var path = folder.Join(entry.Name);
                lines.Add($"{path} {entry.Kind} {(entry.Kind == FileKind.File ? Content(files, path) : entry.Kind == FileKind.Link ? files.ResolveLink(path) : "")}");
                if (entry.Kind == FileKind.Folder)
                {
                    pending.Push(path);
                }
            }
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string Content(IFileSystem files, FilePath path)
    {
        using var file = files.Open(path, followLink: false);
        var buffer = new byte[10_000];
        var count = 0;
        int got;
        while ((got = file.Read(buffer.AsSpan(count))) > 0)
        {
            count += got;
        }

        return Encoding.UTF8.GetString(buffer, 0, count);
    }
}
