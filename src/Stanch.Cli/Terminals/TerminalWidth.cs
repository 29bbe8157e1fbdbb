using System.Globalization;
using System.Runtime.InteropServices;

namespace Stanch.Cli.Terminals;

/// <summary>
/// The columns of the window. On Linux the system is asked: <c>Console.WindowWidth</c> would first write escape codes to the terminal, which a person who
/// switched colour off did not ask for.
/// </summary>
internal static unsafe partial class TerminalWidth
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const nuint GetWindowSize = 0x5413;

    public static int? Get()
    {
        if (OperatingSystem.IsLinux())
        {
            return Ask(StandardOutput) ?? Ask(StandardError);
        }

        return OperatingSystem.IsWindows() ? Console.WindowWidth
            : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns
            : null;
    }

    // struct winsize: rows, columns and two sizes in pixels, 16 bits each.
    private static int? Ask(int file)
    {
        var size = stackalloc ushort[4];
        return Control(file, GetWindowSize, size) == 0 && size[1] > 0 ? size[1] : null;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int file, nuint request, void* argument);
}
