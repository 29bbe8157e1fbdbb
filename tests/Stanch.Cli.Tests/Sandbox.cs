using System.Diagnostics;
using System.Text;

namespace Stanch.Cli.Tests;

/// <summary>
/// A folder to work in with a home and a folder for temporary files of its own; runs the built program, and the real git, as a person would.
/// Gone after the test.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    private static readonly string[] Programs = ["stanch", "stanch.exe"];
    private readonly DirectoryInfo _top = Directory.CreateTempSubdirectory("stanch-cli-");
    private readonly Dictionary<string, string?> _variables = [];
    private string _folder;
    private string? _input;
    private bool _asNobody;

    public Sandbox()
    {
        foreach (var folder in new[] { "work", "home", "tmp" }) _top.CreateSubdirectory(folder);
        _folder = Path.Join(_top.FullName, "work");
    }

    /// <summary>The folder that the program is run in.</summary>
    public string Work => _folder;

    public string Home => Path.Join(_top.FullName, "home");

    /// <summary>What was left behind in TMPDIR.</summary>
    public IEnumerable<string> LeftBehind => Directory.EnumerateFileSystemEntries(Path.Join(_top.FullName, "tmp"), "*", SearchOption.AllDirectories);

    /// <summary>Where the built program is.</summary>
    public static string Program => Programs.Select(name => Path.Join(AppContext.BaseDirectory, name)).First(System.IO.File.Exists);

    public string At(string path) => Path.Join(_folder, path);

    public string Read(string path) => System.IO.File.ReadAllText(At(path));

    public bool Has(string path) => Path.Exists(At(path));

    public Sandbox File(string path, string text) => Bytes(path, Encoding.UTF8.GetBytes(text));

    public Sandbox Bytes(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        System.IO.File.WriteAllBytes(At(path), content);
        return this;
    }

    public Sandbox Delete(string path)
    {
        System.IO.File.Delete(At(path));
        return this;
    }

    /// <summary>Goes into a folder below, making it where it is missing.</summary>
    public Sandbox In(string folder)
    {
        _folder = Directory.CreateDirectory(At(folder)).FullName;
        return this;
    }

    public Sandbox With(string variable, string? value)
    {
        _variables[variable] = value;
        return this;
    }

    /// <summary>What comes through the pipe at the next run.</summary>
    public Sandbox Input(string text)
    {
        _input = text;
        return this;
    }

    /// <summary>Runs what follows without the right to read everything, which root has.</summary>
    public Sandbox AsNobody()
    {
        if (Environment.IsPrivilegedProcess) Shell("sh", "-c", "chmod 755 .. . && chmod 777 ../tmp");
        _asNobody = Environment.IsPrivilegedProcess;
        return this;
    }

    public Sandbox Git(params string[] arguments)
    {
        Shell("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", .. arguments]);
        return this;
    }

    /// <summary>Commits all that is there.</summary>
    public Sandbox Commit(string message) => Git("add", "--all").Git("commit", "--quiet", "--allow-empty", "-m", message);

    /// <summary>Runs another program and gives what it printed.</summary>
    public string Shell(string program, params string[] arguments)
    {
        using var process = Process.Start(Prepare(program, arguments))!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        return output;
    }

    /// <summary>Runs git, which may fail, as hooks make it; nothing of it is looked at here.</summary>
    public Outcome TryGit(params string[] arguments) => Try("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", .. arguments]);

    /// <summary>Runs another program, which may fail.</summary>
    public Outcome Try(string program, params string[] arguments)
    {
        using var run = new RunningStanch(Process.Start(Prepare(program, arguments))!);
        return run.Finish();
    }

    /// <summary>Runs stanch to its end.</summary>
    public Outcome Stanch(params string[] arguments)
    {
        using var run = Start(arguments);
        if (_input is not null) run.Write(_input);
        _input = null;
        return run.Finish();
    }

    /// <summary>Starts stanch, whose standard input stays open.</summary>
    public RunningStanch Start(params string[] arguments) =>
        new(Process.Start(_asNobody ? Prepare("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Program, .. arguments]) : Prepare(Program, arguments))!);

    /// <summary>Starts stanch under a pseudo terminal, its standard input from a file or pipe of the sandbox.</summary>
    public RunningStanch StartInTerminal(string input, params string[] arguments) =>
        new(Process.Start(Prepare("script", ["--quiet", "--return", "--flush", "--command", $"stty cols 120; '{Program}' {string.Join(' ', arguments)} < {input}", "/dev/null"]))!);

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            _top.Delete(recursive: true);
            return;
        }

        // .NET cannot delete what has a name that is no UTF-8.
        Process.Start("chmod", ["-R", "u+rwX", _top.FullName]).WaitForExit();
        Process.Start("rm", ["-rf", _top.FullName]).WaitForExit();
    }

    private ProcessStartInfo Prepare(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        var variables = start.Environment;
        foreach (var name in variables.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) || name.StartsWith("STANCH_", StringComparison.Ordinal)).ToList()) variables.Remove(name);
        foreach (var name in new[] { "CI", "NO_COLOR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA" }) variables.Remove(name);
        variables["HOME"] = Home;
        variables["USERPROFILE"] = Home;
        variables["TMPDIR"] = Path.Join(_top.FullName, "tmp");
        variables["TERM"] = "xterm";
        variables["GIT_CONFIG_NOSYSTEM"] = "1";
        // Nothing but what stanch itself leaves behind.
        variables["DOTNET_EnableDiagnostics"] = "0";
        variables["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in _variables) variables[name] = value;
        return start;
    }
}
