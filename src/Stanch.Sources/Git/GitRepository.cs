using System.Globalization;
using Stanch.Sources.Git.Packs;

namespace Stanch.Sources.Git;

/// <summary>A repository on this machine: where it lies and of what kind it is. Found without starting git.</summary>
public sealed class GitRepository
{
    private const int MostCounted = 100_000;

    private readonly GitDirectory _directory;
    private readonly GitEnvironment _environment;
    private readonly GitConfigFile _config;

    private GitRepository(GitDirectory directory, GitEnvironment environment)
    {
        _directory = directory;
        _environment = environment;
        _config = GitConfigFile.Read(Path.Combine(directory.Common, "config"));
        var head = UsesReftable ? AskHead() : GitHead.Read(directory);
        Info = new RepositoryInfo(directory.Root, _config.Value("remote.origin.url") is { } url ? RemoteAddress.WithoutCredentials(url) : null, head.Commit, head.Branch);
    }

    /// <summary>What a report says of it.</summary>
    public RepositoryInfo Info { get; }

    /// <summary>The working tree's top, or the repository itself where it is bare.</summary>
    public string Root => _directory.Root;

    /// <summary>Where HEAD and the index are.</summary>
    public string GitPath => _directory.Path;

    /// <summary>Where objects and refs are; in a linked worktree another place than <see cref="GitPath"/>.</summary>
    public string CommonPath => _directory.Common;

    public bool IsBare => _directory.IsBare;

    /// <summary>"sha1" or "sha256".</summary>
    public string ObjectFormat => _config.Value("extensions.objectformat") ?? "sha1";

    /// <summary>True where history was cut off when it was cloned.</summary>
    public bool IsShallow => File.Exists(ShallowFile);

    /// <summary>True where objects were left at the server when it was cloned.</summary>
    public bool IsPartial => _config.Value("extensions.partialclone") is not null || _config.AnyTrue("remote", "promisor");

    internal string ShallowFile => Path.Combine(CommonPath, "shallow");

    /// <summary>True where it borrows objects from another repository's store, which may hold far more than this one's.</summary>
    internal bool HasAlternates => File.Exists(Path.Combine(CommonPath, "objects", "info", "alternates"));

    /// <summary>Bytes of an object's id; null for a format that is not known here.</summary>
    internal int? IdLength => ObjectFormat switch
    {
        "sha1" => ObjectId.Sha1Hex / 2,
        "sha256" => ObjectId.Sha256Hex / 2,
        _ => null,
    };

    /// <summary>True in a hook whose new objects git may still refuse.</summary>
    internal bool IsQuarantined => _environment.ForReading(IsOfHook).ContainsKey("GIT_QUARANTINE_PATH");

    /// <summary>Where the user keeps what programs remember; null where that is not known.</summary>
    internal string? StateFolder => _environment.StateFolder;

    /// <summary>The directory of its objects, and those that the environment of a hook adds to it.</summary>
    internal (string Main, IReadOnlyList<string> Alternates) Objects
    {
        get
        {
            var variables = _environment.ForReading(IsOfHook);
            var main = variables.GetValueOrDefault("GIT_OBJECT_DIRECTORY") ?? Path.Combine(CommonPath, "objects");
            return (main, [.. AlternateList.Split(variables.GetValueOrDefault("GIT_ALTERNATE_OBJECT_DIRECTORIES", ""), Path.PathSeparator)]);
        }
    }

    /// <summary>The index; a hook is told of another one where a commit takes only some of what is staged.</summary>
    internal string IndexPath => _environment.ForReading(IsOfHook).GetValueOrDefault("GIT_INDEX_FILE") ?? Path.Combine(GitPath, "index");

    internal GitCommand Git => field ??= GitCommand.ForReading(this, _environment, IsOfHook);

    /// <summary>True where refs are kept in a form that git alone reads.</summary>
    internal bool UsesReftable => string.Equals(_config.Value("extensions.refstorage"), "reftable", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the repository that Stanch was started in, be it by a hook: paths in the environment are about this one only.</summary>
    private bool IsOfHook
    {
        get
        {
            var hook = _environment["GIT_DIR"] is { Length: > 0 } named
                ? Path.GetFullPath(named, _environment.Directory)
                : GitDirectory.Find(_environment.Directory)?.Path;
            return hook is not null && Path.TrimEndingDirectorySeparator(hook) == GitPath;
        }
    }

    /// <summary>The repository that a path lies in: a working tree or a folder in one, a bare repository, a linked worktree, a submodule.</summary>
    /// <exception cref="SourceException">The path is missing, or lies in no repository.</exception>
    public static GitRepository Discover(string path) => Discover(path, GitEnvironment.Current);

    /// <summary>The same; null where the path lies in no repository.</summary>
    public static GitRepository? TryDiscover(string path) => TryDiscover(path, GitEnvironment.Current);

    /// <summary>
    /// What a scan of files says where it left history alone: "history was not read: 1,204 commits; run 'stanch scan git'". Null in a
    /// repository without a commit.
    /// </summary>
    /// <exception cref="SourceException">git is missing or too old.</exception>
    public string? HistoryRemark(CancellationToken cancellation)
    {
        var output = Git.Run(cancellation, "rev-list", "--all", "--count", $"--max-count={MostCounted}");
        if (!int.TryParse(output.Text.Trim(), CultureInfo.InvariantCulture, out var count) || count == 0) return null;
        var many = count == MostCounted ? "at least " : "";
        return string.Create(CultureInfo.InvariantCulture, $"history was not read: {many}{count:N0} {(count == 1 ? "commit" : "commits")}; run 'stanch scan git'");
    }

    internal static GitRepository Discover(string path, GitEnvironment environment) =>
        TryDiscover(path, environment) ?? throw new SourceException(
            Directory.Exists(Path.GetFullPath(path, environment.Directory))
                ? $"'{path}' is not a git repository, and lies in none. Name one, or scan the files with 'stanch scan {path}'."
                : $"'{path}' is not a directory. Name a repository, a folder in one, or an address to clone.");

    internal static GitRepository? TryDiscover(string path, GitEnvironment environment) =>
        Directory.Exists(Path.GetFullPath(path, environment.Directory)) && GitDirectory.Find(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, environment.Directory))) is { } found ? new GitRepository(found, environment) : null;

    /// <summary>The repository whose top is exactly this directory; null where it is none.</summary>
    internal static GitRepository? TryAt(string path, GitEnvironment environment) =>
        GitDirectory.At(path) is { } found ? new GitRepository(found, environment) : null;

    /// <summary>The repository that a hook was started for; null outside of hooks.</summary>
    internal static GitRepository? OfHook(GitEnvironment environment)
    {
        if (environment["GIT_DIR"] is not { Length: > 0 } named) return null;
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(named, environment.Directory));
        // A hook starts at the top of the working tree, which alone knows that it is one: the directory of a worktree or a submodule looks bare.
        if (GitDirectory.Find(environment.Directory) is { } around && around.Path == path) return new GitRepository(around, environment);
        if (GitDirectory.At(path) is not { } found) return null;
        return environment["GIT_WORK_TREE"] is { Length: > 0 } tree
            ? new GitRepository(found with { Root = Path.GetFullPath(tree, environment.Directory), IsBare = false }, environment)
            : new GitRepository(found, environment);
    }

    private GitHead AskHead()
    {
        var commit = Git.Run(CancellationToken.None, "rev-parse", "--quiet", "--verify", "HEAD").Text.Trim();
        var branch = Git.Run(CancellationToken.None, "symbolic-ref", "--quiet", "--short", "HEAD").Text.Trim();
        return new GitHead(commit.Length > 0 ? commit : null, branch.Length > 0 ? branch : null);
    }
}
