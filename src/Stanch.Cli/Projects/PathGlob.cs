namespace Stanch.Cli.Projects;

/// <summary>Writes a path as a glob that matches it and nothing else.</summary>
internal static class PathGlob
{
    /// <param name="path">Relative to the root.</param>
    /// <param name="isFolder">True for a folder with all that is in it.</param>
    public static string Of(string path, bool isFolder = false) =>
        "/" + string.Concat(path.TrimEnd('/').Select(c => c is '*' or '?' or '[' or '\\' ? $"\\{c}" : c.ToString())) + (isFolder ? "/" : "");
}
