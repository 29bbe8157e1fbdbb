using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Stanch.Cli.CommandLine;
using Stanch.Policy;
using Stanch.Remediation.Validity;

namespace Stanch.Cli.Checking;

/// <summary>What was typed after <c>stanch check</c>.</summary>
/// <param name="What">FILE:LINE, or - for standard input.</param>
internal sealed record CheckSettings(string What)
{
    public string? Detector { get; init; }
    public string? Id { get; init; }
    public string? Host { get; init; }
    public bool IsOffline { get; init; }
    public string? Timeout { get; init; }
    public string? Proxy { get; init; }
    public string? Authorities { get; init; }
    public bool IsJson { get; init; }

    /// <exception cref="UsageException">A value is none.</exception>
    public CheckOptions Connection(string workingDirectory)
    {
        var options = new CheckOptions { Proxy = ProxyAddress(), Authorities = ReadAuthorities(workingDirectory) };
        return Timeout is null ? options
            : DurationText.TryParse(Timeout, out var time) && time > TimeSpan.Zero ? options with { Timeout = time }
            : throw new UsageException($"--timeout must be a time such as 10s or 1m, not '{Timeout}'");
    }

    /// <summary>The host as a request names it.</summary>
    /// <exception cref="UsageException">It is no host.</exception>
    public static string HostOf(string text, string from)
    {
        var name = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Host.Length > 0
            ? address.Authority
            : throw new UsageException($"{from} is no host of an https address: write it as gitlab.example.com or gitlab.example.com:8443");
    }

    private Uri? ProxyAddress() => Proxy is null ? null
        : Uri.TryCreate(Proxy, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "socks5" ? address
        : throw new UsageException("--proxy is no address: write it as http://proxy.example.com:3128");

    private X509Certificate2Collection ReadAuthorities(string workingDirectory)
    {
        var certificates = new X509Certificate2Collection();
        if (Authorities is null) return certificates;
        try
        {
            certificates.ImportFromPemFile(Path.GetFullPath(Authorities, workingDirectory));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException($"--ca names '{Authorities}', which cannot be read: {e.Message}");
        }

        return certificates.Count > 0 ? certificates : throw new UsageException($"--ca names '{Authorities}', which holds no certificate in PEM form");
    }
}
