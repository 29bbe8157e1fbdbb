using Stanch.Cli.CommandLine;
using Stanch.Policy;

namespace Stanch.Cli.Scanning;

/// <summary>Which baseline a scan obeys.</summary>
internal static class BaselineChoice
{
    /// <exception cref="UsageException">The file that was named does not exist.</exception>
    /// <exception cref="ConfigurationException">It is broken.</exception>
    public static Baseline From(string? file, bool none, Project project, Invocation here)
    {
        if (none) return file is null ? Baseline.Empty : throw new UsageException("--baseline and --no-baseline exclude each other: choose one");
        if (file is not null)
        {
            var text = TextFiles.Read(Path.GetFullPath(file, here.WorkingDirectory)) ?? throw new UsageException($"--baseline names '{file}', which does not exist; make it with 'stanch baseline create'");
            return BaselineFormat.Read(file, text);
        }

        var configured = project.Configuration.BaselinePath;
        if (project.ReadText(configured.Value) is { } found) return BaselineFormat.Read(configured.Value, found);
        return project.Root is null || configured.Origin.Layer != ConfigurationLayer.Project
            ? Baseline.Empty
            : throw new UsageException($"{configured.Origin}: there is no baseline '{configured.Value}'; make it with 'stanch baseline create', or take the line away");
    }
}
