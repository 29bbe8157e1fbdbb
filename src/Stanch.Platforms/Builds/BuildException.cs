namespace Stanch.Platforms.Builds;

/// <summary>What a build brings cannot be made out. The message says why and how to mend it; it becomes exit code 2.</summary>
public sealed class BuildException(string message) : Exception(message);
