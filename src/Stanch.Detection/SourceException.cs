namespace Stanch.Detection;

/// <summary>A target that cannot be scanned as a whole. The message says what is wrong, where, and how to mend it; it becomes exit code 2.</summary>
public sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner);
