using System.Text;

namespace Stanch.Policy;

/// <summary>Reads the small text files that policy lives on.</summary>
public static class TextFiles
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 16 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file, its byte order mark kept; null where there is no such file.</summary>
    /// <exception cref="ConfigurationException">It cannot be read, is too large, or is not UTF-8.</exception>
    public static string? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return null;
            if (file.Length > MostBytes) throw Refused(path, $"larger than {MostBytes >> 20} MiB; such a file is not meant to be");
            // A FIFO or a device has no length either, and opening one would wait for ever.
            return file.Length == 0 ? "" : Decode(path, File.ReadAllBytes(path));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"cannot be read: {failed.Message}");
        }
    }

    /// <summary>A reader of files below a folder, which follows no link out of it.</summary>
    /// <param name="root">The folder.</param>
    /// <returns>Takes a path relative to the folder, with forward slashes; gives the text, or null where there is none.</returns>
    public static Func<string, string?> Below(string root)
    {
        var top = Path.GetFullPath(root);
        return relative =>
        {
            var path = Path.Join(top, relative);
            return LeavesBy(path) is { } target && !IsBelow(target, top)
                ? throw Refused(path, "a link that leaves the scanned tree; put the file itself there")
                : Read(path);
        };
    }

    /// <summary>Decodes a text strictly.</summary>
    /// <param name="name">The file, for the message.</param>
    /// <exception cref="ConfigurationException">It is not UTF-8.</exception>
    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Refused(name, "not valid UTF-8; save it as UTF-8");
        }
    }

    /// <summary>Writes a file at once or not at all, through a link where it is one, with the rights that it had.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        var draft = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(draft, text, Strict);
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static string? LeavesBy(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            // A loop of links, or nothing there: reading it says so.
            return null;
        }
    }

    private static bool IsBelow(string path, string top) => path.StartsWith(top.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static ConfigurationException Refused(string path, string problem) => new(new ConfigurationProblem(new SourcePosition(path, 1, 1), problem));
}
