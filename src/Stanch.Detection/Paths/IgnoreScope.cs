namespace Stanch.Detection.Paths;

/// <summary>
/// The ignore files that hold in a folder: its own, then those of the folders above, then those of the whole repository. A walker makes one
/// with <see cref="Enter"/> for each folder that has a file, and does not go into a folder that is ignored, since nothing in it can be taken back.
/// </summary>
public sealed class IgnoreScope
{
    /// <summary>Nothing is ignored.</summary>
    public static readonly IgnoreScope None = new(null, "", IgnoreFile.Empty);

    private readonly IgnoreScope? _outer;
    private readonly string _folder;
    private readonly IgnoreFile _file;

    private IgnoreScope(IgnoreScope? outer, string folder, IgnoreFile file)
    {
        _outer = outer;
        _folder = folder;
        _file = file;
    }

    /// <summary>This scope with one more file, which has the first word.</summary>
    /// <param name="folder">Relative to the root, without a slash at either end; empty for the root, and for <c>.git/info/exclude</c>, which is entered before the root's own.</param>
    public IgnoreScope Enter(string folder, IgnoreFile file) => file.Globs.Count == 0 ? this : new IgnoreScope(this, folder, file);

    /// <summary>True when exactly this path is ignored; the folders that it is in are taken not to be.</summary>
    /// <param name="path">Relative to the root, without a slash at either end.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool IsIgnored(ReadOnlySpan<char> path, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
            if (scope.Decide(path, isFolder) is { } decision) return decision;
        return false;
    }

    /// <summary>True when this path or a folder that it is in is ignored, by the files entered so far.</summary>
    /// <param name="path">Relative to the root; a folder ends with a slash.</param>
    public bool Covers(ReadOnlySpan<char> path)
    {
        for (var i = 0; i < path.Length; i++)
            if (path[i] == '/' && IsIgnored(path[..i], isFolder: true)) return true;
        return !path.EndsWith("/") && IsIgnored(path, isFolder: false);
    }

    private bool? Decide(ReadOnlySpan<char> path, bool isFolder)
    {
        if (_folder.Length == 0) return _file.Decide(path, isFolder);
        var isInside = path.Length > _folder.Length && path[_folder.Length] == '/' && path.StartsWith(_folder);
        return isInside ? _file.Decide(path[(_folder.Length + 1)..], isFolder) : null;
    }
}
