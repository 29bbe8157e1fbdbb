using Stanch.Detection.Hashing;
using Stanch.Sources.Git;

namespace Stanch.Cli.Doctor.Checks;

/// <summary>What <c>stanch check</c> needs to ask a provider: a proxy where there is one, authorities to trust, the system's TLS library. Nobody is asked.</summary>
internal sealed class NetworkCheck : IHealthCheck
{
    private static readonly string[] s_proxyVariables = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    private static readonly string[] s_bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem", "/etc/ssl/ca-bundle.pem"];

    public string Name => "network";

    public IEnumerable<HealthLine> Look(Invocation here) =>
        OperatingSystem.IsLinux() ? [Proxy(here), Library(), .. Authorities(here)] : [Proxy(here)];

    private static HealthLine Proxy(Invocation here)
    {
        var name = s_proxyVariables.FirstOrDefault(variable => here.Variable(variable) is { Length: > 0 });
        if (name is null) return HealthLine.Ok("'stanch check' asks providers directly: no proxy is set");
        var value = here.Variable(name)!;
        var exceptions = here.Variable("no_proxy") ?? here.Variable("NO_PROXY");
        var address = value.Contains("://", StringComparison.Ordinal) ? value : "http://" + value;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
            ? HealthLine.Ok($"'stanch check' asks through {RemoteAddress.WithoutCredentials(address)} ({name}){(exceptions is { Length: > 0 } ? $", but for {exceptions} (NO_PROXY)" : "")}")
            : HealthLine.Problem($"{name} is no address of a proxy, so that 'stanch check' reaches nobody", $"write it as {name}=http://proxy.example.com:3128");
    }

    private static HealthLine Library() => SystemCryptography.IsThere
        ? HealthLine.Ok("the system's OpenSSL is there")
        : HealthLine.Warning("there is no OpenSSL on this system, so that 'stanch check' cannot ask a provider", "install libssl3 (Debian, Ubuntu, Alpine) or openssl-libs (Fedora)");

    private static IEnumerable<HealthLine> Authorities(Invocation here)
    {
        var named = here.Variable("SSL_CERT_FILE");
        if (named is { Length: > 0 })
        {
            yield return File.Exists(named) ? HealthLine.Ok($"authorities of {named} (SSL_CERT_FILE) are trusted") : HealthLine.Problem($"SSL_CERT_FILE names '{named}', which does not exist: no provider's certificate is trusted", "name a file of certificates, or unset it; 'stanch check --ca FILE' adds your own");
        }
        else if (here.Variable("SSL_CERT_DIR") is not { Length: > 0 } && !s_bundles.Any(File.Exists))
        {
            yield return HealthLine.Warning("there is no list of authorities on this system, so that no provider's certificate is trusted", "install ca-certificates, or name your own: 'stanch check --ca FILE'");
        }
    }
}
