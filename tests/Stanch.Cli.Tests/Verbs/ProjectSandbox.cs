using System.Diagnostics;

namespace Stanch.Cli.Tests.Verbs;

/// <summary>A repository in a temporary folder, and the built program to run in it. Gone when disposed of.</summary>
internal sealed class ProjectSandbox : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stanch.exe" : "stanch");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stanch-cli-");
    private long _clock = 1_700_000_000;

    public ProjectSandbox(bool git = true)
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Home);
        if (git) Git("init", "--quiet", "--initial-branch=main");
    }

    public string Root => Path.Combine(_folder.FullName, "project");

    public string Home => Path.Combine(_folder.FullName, "home");

    public string Configuration => Read(".stanch.yaml");

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public ProjectSandbox Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }

    /// <summary>Commits all that is there, and gives the commit's id.</summary>
    public string Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "-m", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    public Ran Stanch(params string[] arguments) => StanchIn(Root, arguments);

    public Ran StanchIn(string folder, params string[] arguments) => Run(Program, folder, arguments);

    public string Git(params string[] arguments) => Run("git", Root, arguments) is { Code: 0 } ran ? ran.Output : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed");

    public void Dispose() => _folder.Delete(recursive: true);

    private Ran Run(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) || name.StartsWith("STANCH_", StringComparison.Ordinal) || name is "XDG_CONFIG_HOME" or "APPDATA").ToList())
            start.Environment.Remove(name);
        var date = $"@{_clock += 60} +0000";
        foreach (var (name, value) in new[]
        {
            ("HOME", Home), ("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.com"), ("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.com"),
            ("GIT_AUTHOR_DATE", date), ("GIT_COMMITTER_DATE", date), ("GIT_CONFIG_NOSYSTEM", "1"),
        }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ran(process.ExitCode, output, error.Result);
    }

    /// <summary>How a program ended.</summary>
    internal sealed record Ran(int Code, string Output, string Error)
    {
        /// <summary>Fails with what the program said where it ended otherwise.</summary>
        public Ran ShouldEndWith(int code)
        {
            Code.ShouldBe(code, $"{Output}\n{Error}");
            return this;
        }

        public Ran ShouldNotShow(params string[] secrets)
        {
            foreach (var secret in secrets) (Output + Error).ShouldNotContain(secret);
            return this;
        }
    }
}
