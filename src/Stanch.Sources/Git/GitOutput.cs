using System.Text;

namespace Stanch.Sources.Git;

/// <summary>What a git command that has ended said.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Bytes">Its whole standard output.</param>
/// <param name="Errors">Its standard error, cut and free of control characters.</param>
internal sealed record GitOutput(int ExitCode, byte[] Bytes, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Bytes);
}
