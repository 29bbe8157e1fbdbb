using System.Runtime.InteropServices;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Terminals;

/// <summary>
/// Standard input, if there is one. Where it was closed (<c>&lt;&amp;-</c>, some services), the first file that the runtime opens for itself has its number,
/// the system's random numbers for one: those would be read as input, without end.
/// </summary>
internal static partial class StandardInput
{
    private const int Descriptor = 0;
    private const int GetFlags = 1;
    private const int ClosesOnExecute = 1;

    /// <exception cref="UsageException">It is closed.</exception>
    public static Stream Open() => IsClosed
        ? throw new UsageException("standard input is closed: pipe in what is to be read, or give it an empty one with '< /dev/null'")
        : Console.OpenStandardInput();

    // What a process inherits stays open on execution; what the runtime opens does not.
    private static bool IsClosed => !OperatingSystem.IsWindows() && Control(Descriptor, GetFlags) is var flags && (flags < 0 || (flags & ClosesOnExecute) != 0);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);
}
