namespace Stanch.Sources.Files;

/// <summary>The <c>.gitignore</c> rules that hold in a folder: its own and those of the folders above.</summary>
internal sealed class GitIgnoreRules(Func<string, bool, bool> ignores)
{
    public static readonly GitIgnoreRules None = new((_, _) => false);

    /// <summary>The rules inside a folder.</summary>
    public GitIgnoreRules Enter(FilePath folder, string relative, IReadOnlyList<FileEntry> entries) => this;

    public bool Ignores(string relative, bool isFolder) => ignores(relative, isFolder);
}
