using System.Runtime.InteropServices;

namespace Stanch.Sources.Files;

/// <summary>The system calls that reading a tree takes. Numbers and layouts are Linux's own, the same under every C library.</summary>
internal static unsafe partial class LinuxCalls
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int NoController = 0x100;
    public const int PathOnly = 0x200000;
    public const int Interrupted = 4;

    /// <summary>O_DIRECTORY and O_NOFOLLOW differ between the two architectures.</summary>
    public static readonly int DirectoryOnly = IsArm ? 0x4000 : 0x10000;
    public static readonly int NoFollow = IsArm ? 0x8000 : 0x20000;

    public static bool IsSupported => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    public static partial int Open(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    public static partial nint ReadLink(byte* path, byte* buffer, nint size);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint a, nint b, nint c, nint d, nint e);

    /// <summary>Fills the buffer with <c>linux_dirent64</c> records.</summary>
    public static nint GetEntries(int folder, byte* buffer, nint size) => SystemCall(IsArm ? 61 : 217, folder, (nint)buffer, size, 0, 0);

    /// <summary>The mode bits of an open file; −1 on failure.</summary>
    public static int Mode(int file)
    {
        const int AtEmptyPath = 0x1000;
        byte empty = 0;
        return Mode(file, &empty, AtEmptyPath);
    }

    /// <summary>The mode bits of what a path names; −1 on failure.</summary>
    public static int Mode(byte* path, bool followLink)
    {
        const int AtCurrentDirectory = -100, AtSymlinkNoFollow = 0x100;
        return Mode(AtCurrentDirectory, path, followLink ? 0 : AtSymlinkNoFollow);
    }

    private static int Mode(int folder, byte* path, nint flags)
    {
        const int TypeAndMode = 3, ModeOffset = 28;
        var buffer = stackalloc byte[256];
        return SystemCall(IsArm ? 291 : 332, folder, (nint)path, flags, TypeAndMode, (nint)buffer) < 0 ? -1 : *(ushort*)(buffer + ModeOffset);
    }
}
