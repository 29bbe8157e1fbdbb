namespace Stanch.Platforms.Builds;

/// <summary>A system that runs builds. A new one is one file in <c>Systems/</c> and one line in <see cref="CiSystems.All"/>.</summary>
public interface ICiSystem
{
    /// <summary>The word after <c>--system</c>.</summary>
    string Id { get; }

    /// <summary>As people write it.</summary>
    string Name { get; }

    /// <summary>The one line, in the system's own configuration, that makes it clone the whole history.</summary>
    string FullClone { get; }

    /// <summary>Ids of systems whose variables it sets too, or inside which it runs: seen together they are no contradiction.</summary>
    IReadOnlyList<string> Covers => [];

    /// <summary>Texts that the system obeys when a log has them, so that quoted content must not.</summary>
    IReadOnlyList<LogCommand> LogCommands => [];

    /// <summary>True where its variables say that it runs this build.</summary>
    bool IsHere(CiVariables variables);

    /// <summary>What it says of the build.</summary>
    /// <exception cref="BuildException">Its variables contradict each other.</exception>
    CiBuild Read(CiVariables variables);

    /// <summary>What it shows by itself: annotations in its log, a file where it looks for one.</summary>
    IReadOnlyList<NativeReport> Reports(CiVariables variables) => [];
}
