namespace Stanch.Sources.Git;

/// <summary>A mirror of a remote repository in a temporary folder of our own, which goes when this is disposed of, however the scan ended.</summary>
internal sealed class MirrorClone : IDisposable
{
    private readonly string _folder;

    private MirrorClone(string folder) => _folder = folder;

    public string Path => System.IO.Path.Combine(_folder, "repository.git");

    /// <returns>Null when cancelled.</returns>
    /// <exception cref="SourceException">It cannot be cloned.</exception>
    public static MirrorClone? Create(string address, GitEnvironment environment, CancellationToken cancellation)
    {
        var clone = new MirrorClone(MakeFolder(environment.TemporaryFolder));
        try
        {
            var git = GitCommand.ForCloning(clone._folder, environment);
            var output = git.Run(cancellation, "clone", "--mirror", "--quiet", "--template=", "--", address, clone.Path);
            if (output.Succeeded && !cancellation.IsCancellationRequested) return clone;
            if (!cancellation.IsCancellationRequested) throw Failed(address, output);
        }
        catch
        {
            clone.Dispose();
            throw;
        }
        clone.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        // Windows does not delete what is read-only, and objects are.
        if (OperatingSystem.IsWindows())
            foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Others on the machine have no business in it.</summary>
    private static string MakeFolder(string parent)
    {
        var path = System.IO.Path.Combine(parent, "stanch-" + System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static SourceException Failed(string address, GitOutput output)
    {
        var shown = RemoteAddress.WithoutCredentials(address);
        return new SourceException($"'{shown}' could not be cloned: {output.Errors.Replace(address, shown, StringComparison.Ordinal)}");
    }
}
