namespace Stanch.Sources.Files;

/// <summary>The file system reader of this machine: raw calls on Linux, which also open names that are no valid text; the base library elsewhere.</summary>
internal static class FileSystems
{
    public static IFileSystem Current { get; } = OperatingSystem.IsLinux() && LinuxCalls.IsSupported ? new LinuxFileSystem() : new PortableFileSystem();
}
