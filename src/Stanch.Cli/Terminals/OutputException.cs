namespace Stanch.Cli.Terminals;

/// <summary>Standard output cannot be written: a full disk, most likely. It becomes exit code 2, as for a report that cannot be written to its file.</summary>
internal sealed class OutputException(string message) : IOException(message);
