namespace Stanch.Cli.CommandLine;

/// <summary>The command line asks for something that cannot be. The message says what, and how to mend it; it becomes exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
