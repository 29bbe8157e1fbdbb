using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Policy;

namespace Stanch.Cli.Configuring;

/// <summary>All that a scan of the whole project would obey: the files of its sub-folders too.</summary>
internal static class ProjectConfiguration
{
    /// <exception cref="ConfigurationException">Something is wrong; it says all that is.</exception>
    public static Project Read(Invocation here)
    {
        var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
        SubfolderFiles.Meet(project);
        var configuration = project.Configuration;
        IReadOnlyList<ConfigurationProblem> problems = [.. configuration.Problems, .. configuration.UnknownDetectors(DetectorTable.IdsOf(project.AllDetectors))];
        return problems.Count == 0 ? project : throw new ConfigurationException(problems);
    }
}
