using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>A project, which part of it is read, and where its baseline is.</summary>
/// <param name="Project">The project.</param>
/// <param name="Root">Its root.</param>
/// <param name="Paths">What is read of its files, relative to the root; empty for all.</param>
/// <param name="History">Whether its history is read too.</param>
/// <param name="Name">The baseline as a person knows it.</param>
internal sealed record BaselineScope(Project Project, ScanRoot Root, IReadOnlyList<string> Paths, bool History, string Name)
{
    public string FullName => Path.GetFullPath(Name, Root.Folder);

    public static BaselineScope Of(IReadOnlyList<string> typed, bool filesOnly, Invocation here)
    {
        if (typed.FirstOrDefault(path => !Path.Exists(Path.GetFullPath(path, here.WorkingDirectory))) is { } missing) throw new UsageException($"no such file or folder: '{missing}'");
        var root = ScanRoot.Of(typed, here.WorkingDirectory);
        var project = Project.Open(root, config: null, noConfig: false, here);
        List<string> paths = [.. typed.Select(path => root.Relative(path, here.WorkingDirectory)).Where(path => path.Length > 0)];
        return new BaselineScope(project, root, paths, !filesOnly && paths.Count == 0, project.Configuration.BaselinePath.Value);
    }

    /// <summary>The baseline.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public Baseline Read() => TextFiles.Read(FullName) is { } text ? BaselineFormat.Read(Name, text) : throw new UsageException($"there is no baseline '{Name}' here: make it with 'stanch baseline create'");

    /// <summary>True for a path that a scan of this scope reads. One that is gone from the files may still stand in a history that is not read.</summary>
    public bool Reads(string path) => IsWithin(path) && (History || Root.Repository is null || File.Exists(Path.Combine(Root.Folder, path)));

    private bool IsWithin(string path) => Paths.Count == 0 || Paths.Any(part => path == part || path.StartsWith(part.TrimEnd('/') + "/", StringComparison.Ordinal));
}
