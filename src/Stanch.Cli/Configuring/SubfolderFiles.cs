using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Configuring;

/// <summary>Reads the configurations of all sub-folders, which a scan meets on its way.</summary>
internal static class SubfolderFiles
{
    public static void Meet(Project project)
    {
        if (project.Root is not { Folder: var root }) return;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint, MatchType = MatchType.Simple };
        foreach (var file in Directory.EnumerateFiles(root, ConfigurationSources.FileName, options))
        {
            var path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
            // Asking for what holds there reads it, and what is wrong with it becomes a problem of the configuration.
            if (!path.StartsWith(".git/", StringComparison.Ordinal)) _ = project.Configuration.FailOnAt(path);
        }
    }
}
