using System.Diagnostics;
using System.Text;

namespace Stanch.Sources.Tests.Git;

/// <summary>A temporary folder with a repository made by the real git; gone when disposed of.</summary>
internal sealed class Sandbox : IDisposable
{
    private long _clock = 1_700_000_000;

    public Sandbox(string? objectFormat = null, bool bare = false, bool init = true)
    {
        Path = Directory.CreateTempSubdirectory("stanch-test-").FullName;
        Repository = System.IO.Path.Combine(Path, "repo");
        if (!init) return;
        Directory.CreateDirectory(Repository);
        List<string> arguments = ["init", "--quiet", "--initial-branch=main"];
        if (objectFormat is not null) arguments.Add("--object-format=" + objectFormat);
        if (bare) arguments.Add("--bare");
        Git([.. arguments]);
    }

    public string Path { get; }

    public string Repository { get; }

    /// <summary>Runs git in the repository and returns what it printed; each call is a minute later than the one before.</summary>
    public string Git(params string[] arguments) => GitIn(Repository, arguments);

    public string GitIn(string directory, params string[] arguments) => Run(directory, null, arguments);

    public string GitWithInput(string input, params string[] arguments) => Run(Repository, Encoding.UTF8.GetBytes(input), arguments);

    public string GitWithInput(byte[] input, params string[] arguments) => Run(Repository, input, arguments);

    public string In(params string[] parts) => System.IO.Path.Combine([Repository, .. parts]);

    public Sandbox File(string path, string content)
    {
        var full = In(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, content);
        return this;
    }

    public Sandbox MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(In(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Writes files, commits everything, and returns the commit's id.</summary>
    public string Commit(string message, params (string Path, string? Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            if (content is null) System.IO.File.Delete(In(path));
            else File(path, content);
        }
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    /// <summary>Links are deleted, not followed.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Run(string directory, byte[]? input, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        var date = $"@{_clock += 60} +0000";
        foreach (var (name, value) in new[]
        {
            ("GIT_AUTHOR_NAME", "Ada Lovelace"), ("GIT_AUTHOR_EMAIL", "ada@example.com"), ("GIT_COMMITTER_NAME", "Ada Lovelace"), ("GIT_COMMITTER_EMAIL", "ada@example.com"),
            ("GIT_AUTHOR_DATE", date), ("GIT_COMMITTER_DATE", date), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"),
        }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.Result}");
        return output.TrimEnd('\n');
    }
}
