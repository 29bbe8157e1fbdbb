using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Configuring;

/// <summary><c>stanch config check</c>: reads all that a scan of the whole project would obey, and says what is wrong with it.</summary>
internal static class ConfigurationCheck
{
    /// <exception cref="ConfigurationException">Something is wrong; it says all that is.</exception>
    public static ExitCode Run(Invocation here)
    {
        var project = Project.Open(ScanRoot.Of(here.WorkingDirectory), config: null, noConfig: false, here);
        SubfolderFiles.Meet(project);
        var configuration = project.Configuration;
        IReadOnlyList<ConfigurationProblem> problems = [.. configuration.Problems, .. configuration.UnknownDetectors([.. project.AllDetectors.Select(detector => detector.Id)])];
        if (problems.Count > 0) throw new ConfigurationException(problems);
        BaselineChoice.From(file: null, none: false, project, here);
        foreach (var remark in configuration.Remarks) here.Terminal.Error.WriteLine($"stanch: {remark}");
        using var output = here.Terminal.OutputText();
        output.WriteLine(configuration.Files.Count == 0 ? "No configuration file holds here; 'stanch init' writes one." : $"Sound: {string.Join(", ", configuration.Files)}");
        return ExitCode.Clean;
    }
}
