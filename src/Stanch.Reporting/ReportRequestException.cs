namespace Stanch.Reporting;

/// <summary>A report was asked for that cannot be written. The message says what is wrong and how to mend it; it becomes exit code 2.</summary>
public sealed class ReportRequestException(string message, Exception? inner = null) : Exception(message, inner);
