using System.Text;

namespace Stanch.Sources.Git;

/// <summary>The git that Stanch starts.</summary>
/// <param name="Program">Its path.</param>
/// <param name="Version">Null where it does not say it as git does.</param>
public sealed record InstalledGit(string Program, Version? Version)
{
    /// <summary>The oldest that Stanch can use.</summary>
    public static Version Needed => GitVersion.Needed;

    public bool IsNewEnough => Version >= GitVersion.Needed;

    /// <summary>Looks for it on PATH and asks for its version; null where there is none.</summary>
    /// <exception cref="SourceException">It cannot be started.</exception>
    public static InstalledGit? Find(string folder)
    {
        if (GitEnvironment.Current.TryFindProgram() is not { } program) return null;
        var output = GitCommand.ForSettings(folder, GitEnvironment.Current).Run(CancellationToken.None, "version");
        return new InstalledGit(program, GitVersion.Parse(Encoding.UTF8.GetString(output.Bytes)));
    }
}
