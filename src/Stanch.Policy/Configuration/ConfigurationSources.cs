namespace Stanch.Policy;

/// <summary>Where the configuration of one scan is read from.</summary>
public sealed record ConfigurationSources
{
    /// <summary>The name of the file in the root and in sub-folders.</summary>
    public const string FileName = ".stanch.yaml";

    /// <summary>
    /// Reads a text of the scanned tree: takes a path relative to the root, with forward slashes, and gives null where there is none. In <c>ci</c> and
    /// <c>pre-receive</c> it reads from the base commit, so that a change cannot excuse itself.
    /// </summary>
    public required Func<string, string?> ReadFromTree { get; init; }

    /// <summary>The folder on disk that a key file of the project is named relative to.</summary>
    public required string Root { get; init; }

    /// <summary>The organisation's file; null where there is none.</summary>
    public string? OrganisationFile { get; init; }

    /// <summary>The user's file, which need not exist; null where no place for it is known.</summary>
    public string? UserFile { get; init; }

    /// <summary>The user's home folder; null where it is not known.</summary>
    public string? Home { get; init; }

    /// <summary>The files that hold in a folder on disk, found by <c>STANCH_CONFIG</c>, <c>XDG_CONFIG_HOME</c>, <c>HOME</c> and their kin.</summary>
    /// <param name="root">The root of what is scanned: of the repository, where there is one.</param>
    /// <param name="environment">Gives an environment variable, or null.</param>
    public static ConfigurationSources ForFolder(string root, Func<string, string?> environment)
    {
        var home = NonEmpty(environment("HOME")) ?? NonEmpty(environment("USERPROFILE"));
        var folder = NonEmpty(environment("XDG_CONFIG_HOME")) ?? NonEmpty(environment("APPDATA")) ?? (home is null ? null : Path.Join(home, ".config"));
        return new ConfigurationSources
        {
            Root = root,
            ReadFromTree = TextFiles.Below(root),
            OrganisationFile = NonEmpty(environment("STANCH_CONFIG")),
            UserFile = folder is null ? null : Path.Join(folder, "stanch", "config.yaml"),
            Home = home,
        };
    }

    private static string? NonEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
