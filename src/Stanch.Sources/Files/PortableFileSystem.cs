using System.IO.Enumeration;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Stanch.Sources.Files;

/// <summary>The same with the base library, for every system.</summary>
internal sealed class PortableFileSystem : IFileSystem
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    public List<FileEntry> List(FilePath folder, bool followLink)
    {
        RefuseLink(folder, followLink);
        try
        {
            return [.. new FileSystemEnumerable<FileEntry>(folder.ToString(), ToEntry, Everything)];
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public IOpenFile Open(FilePath file, bool followLink)
    {
        RefuseLink(file, followLink);
        try
        {
            return new PortableFile(File.OpenHandle(file.ToString(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public bool IsSpecial(FilePath path) => (new FileInfo(path.ToString()).Attributes & FileAttributes.Device) != 0 && File.Exists(path.ToString());

    public string? ResolveLink(FilePath link) => LinkTargets.Resolve(link.ToString());

    private static void RefuseLink(FilePath path, bool followLink)
    {
        if (!followLink && new FileInfo(path.ToString()).LinkTarget is not null)
        {
            throw new IOException("became a link");
        }
    }

    private static FileEntry ToEntry(ref FileSystemEntry entry)
    {
        var kind = (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? FileKind.Link
            : entry.IsDirectory ? FileKind.Folder
            : (entry.Attributes & FileAttributes.Device) != 0 ? FileKind.Special
            : FileKind.File;
        return new FileEntry(Encoding.UTF8.GetBytes(entry.FileName.ToString()), kind);
    }

    private sealed class PortableFile(SafeFileHandle handle) : IOpenFile
    {
        private long _position;

        public int Read(Span<byte> buffer)
        {
            try
            {
                var count = RandomAccess.Read(handle, buffer, _position);
                _position += count;
                return count;
            }
            catch (UnauthorizedAccessException e)
            {
                // A folder opened as a file, on some systems.
                throw new IOException(e.Message, e);
            }
        }

        public void Dispose() => handle.Dispose();
    }
}
