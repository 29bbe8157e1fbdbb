using System.Diagnostics;

namespace Stanch.Platforms.Tests.Builds;

/// <summary>
/// A remote repository made by the real git, and clones of it as CI systems make them. Commits have one letter each:
/// <code>
/// main:    A - B - C - D          tag v1 on D
///               \       \
/// feature:       E - F - G        tag v2 on F; M merges F into D, as systems try a pull request
/// </code>
/// G stands on main's tip, alone (branch "small").
/// </summary>
public sealed class World : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("stanch-builds-").FullName;
    private readonly Dictionary<string, string> _commits = [];
    private readonly Dictionary<string, string> _clones = [];
    private readonly Lock _lock = new();
    private long _clock = 1_700_000_000;

    public World()
    {
        Directory.CreateDirectory(Remote);
        Git(Remote, "init", "--quiet", "--initial-branch=main");
        Git(Remote, "config", "uploadpack.allowAnySHA1InWant", "true");
        foreach (var name in new[] { "A", "B", "C", "D" }) Commit(name);
        Git(Remote, "tag", "v1");
        Git(Remote, "checkout", "--quiet", "-b", "feature", _commits["B"]);
        foreach (var name in new[] { "E", "F" }) Commit(name);
        Git(Remote, "tag", "-m", "version 2", "v2");
        Git(Remote, "checkout", "--quiet", "-b", "small", "main");
        Commit("G");
        Git(Remote, "checkout", "--quiet", "--detach", "main");
        Git(Remote, "merge", "--quiet", "--no-ff", "-m", "M", "feature");
        _commits["M"] = Git(Remote, "rev-parse", "HEAD");
        Git(Remote, "update-ref", "refs/pull/7/merge", "HEAD");
        Git(Remote, "checkout", "--quiet", "main");
        // A commit that a forced push took off its branch: nothing names it.
        Git(Remote, "checkout", "--quiet", "--detach", "feature");
        Commit("X");
        Git(Remote, "checkout", "--quiet", "main");
    }

    public string Remote => Path.Combine(_top, "remote");

    public string this[string name] => _commits[name];

    /// <summary>The letters of some commits, in order.</summary>
    public string Letters(IEnumerable<string> commits) => string.Join(' ', commits.Select(id => _commits.First(pair => pair.Value == id).Key).Order(StringComparer.Ordinal));

    /// <summary>Replaces {A} by that commit's id, {0} by zeros.</summary>
    public string Fill(string text)
    {
        text = text.Replace("{0}", new string('0', 40), StringComparison.Ordinal);
        foreach (var (name, id) in _commits) text = text.Replace($"{{{name}}}", id, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A whole clone with a commit checked out; several tests may share it, none may write to it.</summary>
    public string Clone(string checkedOut)
    {
        lock (_lock)
        {
            if (_clones.TryGetValue(checkedOut, out var known)) return known;
            var path = NewClone();
            Git(path, "fetch", "--quiet", "origin", "+refs/pull/7/merge:refs/remotes/pull/7/merge");
            Git(path, "checkout", "--quiet", "--detach", _commits[checkedOut]);
            return _clones[checkedOut] = path;
        }
    }

    /// <summary>A clone of its own, for a test that changes it.</summary>
    public string NewClone(params string[] options)
    {
        var path = Path.Combine(_top, Path.GetRandomFileName());
        Git(_top, ["clone", "--quiet", .. options, "file://" + Remote, path]);
        return path;
    }

    /// <summary>An event file.</summary>
    public string Event(string json)
    {
        var path = Path.Combine(_top, Path.GetRandomFileName() + ".json");
        File.WriteAllText(path, json);
        return path;
    }

    public string Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        foreach (var role in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{role}_NAME"] = "Ada";
            start.Environment[$"GIT_{role}_EMAIL"] = "ada@example.com";
            start.Environment[$"GIT_{role}_DATE"] = $"{_clock += 60} +0000";
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"git {string.Join(' ', arguments)}\n{errors.Result}");
        return output.Trim();
    }

    public void Dispose()
    {
        Process.Start("chmod", ["-R", "u+rwX", _top]).WaitForExit();
        Directory.Delete(_top, recursive: true);
    }

    private void Commit(string name)
    {
        File.WriteAllText(Path.Combine(Remote, name), name);
        Git(Remote, "add", "--all");
        Git(Remote, "commit", "--quiet", "-m", name);
        _commits[name] = Git(Remote, "rev-parse", "HEAD");
    }
}
