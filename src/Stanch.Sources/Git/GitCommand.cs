using System.Diagnostics;
using System.Text;

namespace Stanch.Sources.Git;

/// <summary>
/// The only way in which Stanch starts git. A repository's own configuration can name programs (monitors, hooks, drivers, helpers, ssh
/// commands); none of them may run, so every command goes out with each of those settings overruled, arguments as a list and no shell.
/// </summary>
internal sealed class GitCommand
{
    private const int UsageError = 129;

    /// <summary>
    /// On the command line, where they win over every file. core.fsmonitor is emptied: older versions take "false" for a program's name.
    /// </summary>
    private static readonly string[] Settings =
    [
        "core.fsmonitor=", $"core.hooksPath={NullDevice}", "core.pager=cat", "core.sshCommand=false", "core.gitProxy=false", "core.askPass=false",
        "core.editor=false", "core.alternateRefsCommand=false", $"core.attributesFile={NullDevice}", "core.untrackedCache=false",
        "core.useReplaceRefs=false", "core.commitGraph=false", "credential.helper=", "protocol.allow=never", "diff.external=false",
        "gpg.program=false", "log.showSignature=false", "submodule.recurse=false", "gc.auto=0", "maintenance.auto=false", "safe.directory=*",
    ];

    private readonly string _program;
    private readonly string _directory;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly IReadOnlyList<string> _leading;

    private GitCommand(string program, string directory, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> leading)
    {
        _program = program;
        _directory = directory;
        _environment = environment;
        _leading = leading;
    }

    /// <summary>True in a pre-receive or update hook: new objects are there, and no ref names them yet.</summary>
    public bool IsQuarantined => _environment.ContainsKey("GIT_QUARANTINE_PATH");

    private static string NullDevice => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    /// <summary>Commands that read a repository, and nothing else: no network, no program but git.</summary>
    public static GitCommand ForReading(GitRepository repository, GitEnvironment environment, bool isOfHook)
    {
        var variables = environment.ForReading(isOfHook);
        // A named GIT_DIR is not checked for its owner (safe.directory works on the command line only from 2.38), and the working tree
        // that the repository's configuration names is overruled.
        variables["GIT_DIR"] = repository.GitPath;
        variables["GIT_WORK_TREE"] = repository.Root;
        variables["GIT_NO_REPLACE_OBJECTS"] = "1";
        variables["GIT_GRAFT_FILE"] = NullDevice;
        variables["GIT_ATTR_NOSYSTEM"] = "1";
        // Absent objects are never fetched: newer versions obey the first, the others find that no protocol is allowed, whatever the
        // repository's configuration says.
        variables["GIT_NO_LAZY_FETCH"] = "1";
        variables["GIT_ALLOW_PROTOCOL"] = "none";
        variables["GIT_SSH_COMMAND"] = "false";
        variables["GIT_ASKPASS"] = "false";
        return new GitCommand(environment.FindProgram(), repository.Root, variables, ["--no-pager", "--literal-pathspecs", .. Settings.SelectMany(setting => new[] { "-c", setting })]);
    }

    /// <summary>The one command that uses the network, in an empty folder, so that no repository's configuration has a say.</summary>
    public static GitCommand ForCloning(string directory, GitEnvironment environment)
    {
        var variables = environment.ForCloning();
        variables["GIT_ALLOW_PROTOCOL"] = "file:git:http:https:ssh";
        return new GitCommand(environment.FindProgram(), directory, variables, ["--no-pager", "-c", $"core.hooksPath={NullDevice}", "-c", "core.fsmonitor=", "-c", "safe.directory=*"]);
    }

    /// <summary>Commands about git's own settings, which run no program that a repository could name.</summary>
    public static GitCommand ForSettings(string directory, GitEnvironment environment) =>
        new(environment.FindProgram(), directory, environment.ForReading(isOfHook: false), ["--no-pager"]);

    /// <summary>
    /// Fetches into a repository that is not trusted. Its address and headers are used, its programs are not; how ssh is called and who is asked for
    /// a password is what the user's environment says.
    /// </summary>
    public static GitCommand ForFetching(GitRepository repository, GitEnvironment environment)
    {
        var variables = environment.ForCloning();
        variables["GIT_DIR"] = repository.GitPath;
        variables["GIT_WORK_TREE"] = repository.Root;
        variables["GIT_ATTR_NOSYSTEM"] = "1";
        variables["GIT_ALLOW_PROTOCOL"] = "file:git:http:https:ssh";
        if (!variables.ContainsKey("GIT_SSH_COMMAND") && !variables.ContainsKey("GIT_SSH")) variables["GIT_SSH_COMMAND"] = "ssh";
        string[] leading = ["--no-pager", .. Settings.Where(IsForFetching).SelectMany(setting => new[] { "-c", setting })];
        return new GitCommand(environment.FindProgram(), repository.Root, variables, leading);

        static bool IsForFetching(string setting) => setting != "core.sshCommand=false" && setting != "protocol.allow=never";
    }

    /// <summary>Starts a command whose output is read while it runs.</summary>
    public GitProcess Start(CancellationToken cancellation, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(_program)
        {
            WorkingDirectory = _directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in _leading) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        return GitProcess.Start(start, cancellation);
    }

    /// <summary>Runs a short command to its end.</summary>
    /// <exception cref="SourceException">This git does not know the command's options: it is too old.</exception>
    public GitOutput Run(CancellationToken cancellation, params ReadOnlySpan<string> arguments) => RunWithInput(null, cancellation, arguments);

    /// <summary>The same, with lines on its standard input.</summary>
    public GitOutput RunWithInput(Action<Stream>? write, CancellationToken cancellation, params ReadOnlySpan<string> arguments)
    {
        using var process = Start(cancellation, arguments);
        process.Feed(write ?? (_ => { }));
        using var bytes = new MemoryStream();
        process.CopyOutput(bytes);
        var exit = process.WaitForExit();
        if (exit == UsageError) ThrowIfTooOld();
        return new GitOutput(exit, bytes.ToArray(), process.Errors);
    }

    /// <summary>Asked only after something failed: a version check would cost every hook 7 ms.</summary>
    public void ThrowIfTooOld()
    {
        using var process = Start(CancellationToken.None, "version");
        process.Feed(_ => { });
        using var bytes = new MemoryStream();
        process.CopyOutput(bytes);
        process.WaitForExit();
        var version = GitVersion.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
        if (version is null || version < GitVersion.Needed)
            throw new SourceException($"{_program} is {(version is null ? "no git that is known" : $"git {version}")}; Stanch needs git {GitVersion.Needed} or newer. Install it, or put a newer one first on PATH.");
    }
}
