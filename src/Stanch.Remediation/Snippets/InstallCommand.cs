namespace Stanch.Remediation.Snippets;

/// <summary>How a client library is installed.</summary>
/// <param name="Tool">pip, npm, Maven, …</param>
/// <param name="Text">The command, or what stands in the build file.</param>
public sealed record InstallCommand(string Tool, string Text);
