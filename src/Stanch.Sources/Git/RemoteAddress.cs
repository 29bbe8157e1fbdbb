using System.Text.RegularExpressions;

namespace Stanch.Sources.Git;

/// <summary>An address that git can clone from, and what may be shown of it.</summary>
public static partial class RemoteAddress
{
    private static readonly string[] Schemes = ["https", "http", "ssh", "git", "file", "git+ssh", "ssh+git"];

    /// <summary>True for what is an address rather than a path: a known scheme, or <c>user@host:path</c> that is no file here.</summary>
    /// <exception cref="SourceException">It asks for a remote helper (<c>ext::…</c>), which is a program to run.</exception>
    public static bool IsAddress(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && Schemes.Contains(target[..scheme], StringComparer.OrdinalIgnoreCase)) return true;
        if (Path.Exists(target)) return false;
        if (target.Contains("::", StringComparison.Ordinal) || scheme > 0)
            throw new SourceException($"'{WithoutCredentials(target)}' is not an address that can be cloned: use https://, ssh://, git://, file:// or user@host:path.");
        var at = target.IndexOf('@');
        var colon = target.IndexOf(':');
        return at > 0 && colon > at + 1 && target.AsSpan(0, colon).IndexOfAny('/', '\\') < 0;
    }

    /// <summary>The address without user, password and query; the user of an ssh address (<c>git@</c>) belongs to it and stays.</summary>
    public static string WithoutCredentials(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return address;
        var hostStart = scheme + 3;
        var hostEnd = address.IndexOfAny(['/', '?', '#'], hostStart);
        var authority = hostEnd < 0 ? address[hostStart..] : address[hostStart..hostEnd];
        var rest = hostEnd < 0 ? "" : address[hostEnd..];
        var query = rest.IndexOfAny(['?', '#']);
        return address[..hostStart] + Host(authority, address.StartsWith("ssh", StringComparison.OrdinalIgnoreCase)) + (query < 0 ? rest : rest[..query]);
    }

    /// <summary>A program's message, less the credentials of the addresses in it.</summary>
    internal static string WithoutCredentialsIn(string message) => Credentials().Replace(message, "://");

    [GeneratedRegex(@"://[^/\s']+@")]
    private static partial Regex Credentials();

    private static string Host(string authority, bool keepUser)
    {
        var at = authority.LastIndexOf('@');
        if (at < 0) return authority;
        var user = authority[..at];
        return keepUser && !user.Contains(':') ? authority : authority[(at + 1)..];
    }
}
