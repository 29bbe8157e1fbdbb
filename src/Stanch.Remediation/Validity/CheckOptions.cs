using System.Security.Cryptography.X509Certificates;

namespace Stanch.Remediation.Validity;

/// <summary>How providers are reached. Everything here comes from the user.</summary>
public sealed record CheckOptions
{
    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two requests to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The proxy's address; null for the one that the environment names (<c>HTTPS_PROXY</c>, <c>NO_PROXY</c>), or none.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Certificates of the user's own authorities, trusted besides the system's.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];
}
