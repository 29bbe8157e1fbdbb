using System.Text;

namespace Stanch.Sources.Files;

/// <summary>Something that a walk has still to do: a folder to list, files of a folder to read, or one file that the user named.</summary>
internal sealed record WalkItem(RootFolder Root, FilePath Path, string Shown, string Relative, bool IsFolder, GitIgnoreRules Rules)
{
    /// <summary>Names of files in this folder to read; null for the folder itself.</summary>
    public IReadOnlyList<byte[]>? Files { get; init; }

    public static WalkItem ForRoot(FileRoot root, GitIgnoreRules rules) =>
        new(new RootFolder(root.FullPath), new FilePath(root.FullPath), root.Shown, "", root.IsDirectory, rules);

    /// <summary>True for what the user named, where a link is followed.</summary>
    public bool IsRoot => Relative.Length == 0;

    public string ShownOf(byte[] name) => Join(Shown, name);

    public string RelativeOf(byte[] name) => Join(Relative, name);

    public WalkItem Into(byte[] name, GitIgnoreRules rules) => this with { Path = Path.Join(name), Shown = ShownOf(name), Relative = RelativeOf(name), Rules = rules, Files = null };

    public WalkItem WithFiles(IReadOnlyList<byte[]> names) => this with { Files = names };

    private static string Join(string folder, byte[] name)
    {
        var text = Encoding.UTF8.GetString(name);
        return folder.Length == 0 ? text : folder.EndsWith('/') ? folder + text : $"{folder}/{text}";
    }
}
