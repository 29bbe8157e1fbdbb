using System.Text.RegularExpressions;

namespace Stanch.Catalogue.Format.Reading;

/// <summary>What names and addresses look like.</summary>
internal static partial class Names
{
    /// <summary>Small letters and digits, in words joined by single dashes.</summary>
    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    public static partial Regex Kebab { get; }

    [GeneratedRegex("^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]*[a-z][a-z0-9-]*\\z", RegexOptions.CultureInvariant)]
    public static partial Regex Domain { get; }

    /// <summary>True when a host is one of the domains or stands under one.</summary>
    public static bool IsUnder(string host, IEnumerable<string> domains) => domains.Any(domain =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>The host of an https address; null where it is not one.</summary>
    public static string? HttpsHost(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 ? uri.Host : null;
}
