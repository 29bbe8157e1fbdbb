using System.Globalization;
using System.Runtime.InteropServices;

namespace Stanch.Cli.Terminals;

/// <summary>
/// The width of the window, asked from the system itself: .NET's own question puts a terminal into another mode and writes escape codes to it.
/// </summary>
internal static partial class TerminalWidth
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    // TIOCGWINSZ of Linux: https://man7.org/linux/man-pages/man2/TIOCGWINSZ.2const.html
    private const nuint GetWindowSize = 0x5413;

    /// <summary>Columns; null where no stream is a terminal, or the system does not say.</summary>
    public static int? Get()
    {
        if (OperatingSystem.IsLinux()) return Ask(StandardOutput) ?? Ask(StandardError);
        return OperatingSystem.IsWindows() ? AskWindows() : FromShell();
    }

    private static int? Ask(int descriptor) => Ioctl(descriptor, GetWindowSize, out var size) == 0 && size.Columns > 0 ? size.Columns : null;

    // ioctl takes its last argument elsewhere on Apple silicon; a shell that exports its width says enough.
    private static int? FromShell() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns : null;

    private static int? AskWindows()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Ioctl(int descriptor, nuint request, out WindowSize size);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct WindowSize
    {
        public readonly ushort Rows;
        public readonly ushort Columns;
        public readonly ushort WidthInPixels;
        public readonly ushort HeightInPixels;
    }
}
