using Stanch.Catalogue.Format;

namespace Stanch.Remediation.Validity;

/// <summary>The only hosts that may be asked about a secret: those that its entry of the catalogue names, and the one that the user names.</summary>
internal static class AllowedHosts
{
    /// <summary>Why an address may not be asked; null where it may.</summary>
    public static string? Refusal(Uri address, ValidityCheck check, string? own)
    {
        if (address.Scheme != Uri.UriSchemeHttps) return $"the address is {address.Scheme}, not https";
        if (address.UserInfo.Length > 0) return "the address carries a user name";
        if (own is not null && address.Authority.Equals(own, StringComparison.OrdinalIgnoreCase)) return null;
        if (!address.IsDefaultPort) return "the address has a port of its own";
        return check.Hosts.Any(host => IsOrIsUnder(address.IdnHost, host)) ? null : $"{address.IdnHost} is not one of the hosts that may be asked ({string.Join(' ', check.Hosts)})";
    }

    private static bool IsOrIsUnder(string host, string allowed) =>
        host.Equals(allowed, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + allowed, StringComparison.OrdinalIgnoreCase);
}
