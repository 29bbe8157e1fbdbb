namespace Stanch.Sources.Git.Seen;

/// <summary>
/// Where what scans saw is kept: <c>stanch/</c> in the repository's git directory, a file for each choice of detectors. A file is written under
/// another name and then renamed, so that another process sees the old one or the new one, and one that is killed leaves the old one.
/// </summary>
internal sealed class SeenFolder(string gitDirectory)
{
    private const string Prefix = "seen-";
    private const string Unfinished = ".new";

    /// <summary>Choices of detectors that are kept, those that were written last.</summary>
    private const int MostFiles = 4;

    /// <summary>What all files may have together (bytes); one of a million objects has some 30 million.</summary>
    private const long MostBytes = 256L << 20;

    /// <summary>What a killed process left is taken away when it is older than what was just written by this much.</summary>
    private static readonly TimeSpan s_abandoned = TimeSpan.FromHours(1);

    private readonly string _folder = System.IO.Path.Combine(gitDirectory, "stanch");

    /// <summary>Another place could be meant by a link that came with the repository.</summary>
    public bool IsLink => new DirectoryInfo(_folder).LinkTarget is not null;

    public string Path => _folder;

    /// <summary>What is kept, the one written last first.</summary>
    public IReadOnlyList<FileInfo> Files => !Directory.Exists(_folder) ? []
        : [.. new DirectoryInfo(_folder).EnumerateFiles(Prefix + "*").Where(file => !file.Name.EndsWith(Unfinished, StringComparison.Ordinal)).OrderByDescending(file => file.LastWriteTimeUtc)];

    public string PathOf(string name) => System.IO.Path.Combine(_folder, Prefix + name);

    /// <summary>The files of other choices, the one written last first.</summary>
    public IReadOnlyList<string> Others(string name)
    {
        var own = PathOf(name);
        return [.. Files.Select(file => file.FullName).Where(path => path != own)];
    }

    /// <summary>Puts a file in place, and takes away what is too much.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The system refuses.</exception>
    public void Save(string name, Action<FileStream> write)
    {
        Directory.CreateDirectory(_folder);
        var path = PathOf(name);
        var unfinished = $"{path}-{System.IO.Path.GetRandomFileName()}{Unfinished}";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) write(file);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
        Tidy(new FileInfo(path));
    }

    private static void Tidy(FileInfo written)
    {
        var (count, bytes) = (1, written.Length);
        foreach (var file in written.Directory!.EnumerateFiles(Prefix + "*").Where(file => file.Name != written.Name).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            if (file.Name.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                if (written.LastWriteTimeUtc - file.LastWriteTimeUtc > s_abandoned) Delete(file);
            }
            else if (++count > MostFiles || (bytes += file.Length) > MostBytes)
            {
                Delete(file);
            }
        }
    }

    /// <summary>Another process may have been first.</summary>
    private static void Delete(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in use, and goes another time.
        }
    }
}
