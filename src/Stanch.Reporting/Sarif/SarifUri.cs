using System.Text.Json;
using Stanch.Detection;

namespace Stanch.Reporting.Sarif;

/// <summary>Paths as addresses: percent-encoded, relative to the root of what was scanned unless the path is absolute.</summary>
internal static class SarifUri
{
    public const string Root = "SRCROOT";

    /// <summary>A path below the repository's own root, relative to it; any other as it is.</summary>
    public static string Relative(string path, RepositoryInfo? repository)
    {
        var root = repository?.Root.Replace('\\', '/').TrimEnd('/') + "/";
        return root.Length > 1 && path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path;
    }

    public static bool IsAbsolute(string path) => path.StartsWith('/') || HasDrive(path);

    public static void WriteArtifact(Utf8JsonWriter json, string path, RepositoryInfo? repository)
    {
        var relative = Relative(path, repository);
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Of(relative));
        if (!IsAbsolute(relative))
            json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    public static string Of(string path)
    {
        var encoded = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        if (HasDrive(path))
            return $"file:///{path[0]}:{encoded[(1 + "%3A".Length)..]}";
        return path.StartsWith('/') ? $"file://{encoded}" : encoded;
    }

    /// <summary>A repository's address as an absolute URI (<c>git@host:path</c> becomes <c>ssh://git@host/path</c>); null where it is none.</summary>
    public static string? OfRepository(string? remote)
    {
        if (string.IsNullOrEmpty(remote))
            return null;
        var colon = remote.IndexOf(':', StringComparison.Ordinal);
        var address = remote.Contains("://", StringComparison.Ordinal) || colon <= 0 || remote[..colon].Contains('/', StringComparison.Ordinal)
            ? remote
            : $"ssh://{remote[..colon]}/{remote[(colon + 1)..].TrimStart('/')}";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? uri.AbsoluteUri : null;
    }

    private static bool HasDrive(string path) => path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';
}
