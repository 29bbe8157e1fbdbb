using Stanch.Detection.Model;

namespace Stanch.Detection.Scanning;

/// <summary>
/// Files in which a kind of finding is known to be none, whatever it looks like: by the file's own name or form, never by a folder that someone might keep
/// real secrets in.
/// </summary>
internal static class QuietPlaces
{
    // Libraries of TLS and SSH carry the keys of their self-tests, the databases of file types carry the first lines of key files.
    private static readonly string[] DistributionLibraries = ["libssh", "libgnutls", "libcrypto", "libgcrypt", "libmbedcrypto", "libmbedtls", "libwolfssl", "libnss"];
    private static readonly string[] FileTypeDatabases = ["magic", "magic.mgc", "mime.cache", "freedesktop.org.xml"];
    private static readonly string[] DocumentEndings = [".md", ".mdx", ".adoc", ".asciidoc", ".rst", ".html", ".htm", ".textile"];

    /// <summary>True where a finding of this detector in this file says nothing. Lock files and lists of checksums hold hashes beside the names of packages, which may be a provider's.</summary>
    public static bool IsQuiet(Detector detector, string path, FileRole role)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return detector.Category == "private-key" ? IsOfDistribution(name)
            : detector.IsHash ? role.HasFlag(FileRole.Test) || IsDocument(name)
            : detector.IsGeneric ? IsReleasedTool(name)
            : detector.Context != DetectorContext.Inside && detector.Pattern.PublicPrefix == 0 && FileKinds.Of(path) == FileKind.Integrity;
    }

    private static bool IsOfDistribution(ReadOnlySpan<char> name)
    {
        foreach (var database in FileTypeDatabases)
        {
            if (name.SequenceEqual(database))
            {
                return true;
            }
        }

        foreach (var library in DistributionLibraries)
        {
            if (name.StartsWith(library, StringComparison.Ordinal) && name.Contains(".so", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // A hash in a document or a test is that of a password somebody made up for it; the password itself would still be found.
    private static bool IsDocument(ReadOnlySpan<char> name)
    {
        foreach (var ending in DocumentEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // yarn-1.22.19.cjs: Yarn puts its own release into the repositories that use it.
    private static bool IsReleasedTool(ReadOnlySpan<char> name) =>
        name.StartsWith("yarn-", StringComparison.Ordinal) && name.Length > 5 && char.IsAsciiDigit(name[5])
        && (name.EndsWith(".js", StringComparison.Ordinal) || name.EndsWith(".cjs", StringComparison.Ordinal));
}
