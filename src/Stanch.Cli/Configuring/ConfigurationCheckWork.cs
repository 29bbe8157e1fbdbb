using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Configuring;

/// <summary><c>stanch config check</c>: reads all that a scan of the whole project would obey, and says what is wrong with it.</summary>
internal static class ConfigurationCheckWork
{
    /// <exception cref="ConfigurationException">Something is wrong; it says all that is.</exception>
    public static ExitCode Run(Invocation here)
    {
        var project = ProjectConfiguration.Read(here);
        BaselineChoice.From(file: null, none: false, project, here);
        foreach (var remark in project.Configuration.Remarks) here.Terminal.Error.WriteLine($"stanch: {remark}");
        using var output = here.Terminal.OutputText();
        output.WriteLine(project.Configuration.Files.Count == 0 ? "No configuration file holds here; 'stanch init' writes one." : $"Sound: {string.Join(", ", project.Configuration.Files)}");
        return ExitCode.Clean;
    }
}
