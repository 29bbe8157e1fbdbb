using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Stanch.Remediation.Validity;

/// <summary>How a provider is reached: no redirects, no cookies, no stored credentials; the user's proxy and authorities.</summary>
internal static class ProviderConnection
{
    public static SocketsHttpHandler Make(CheckOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            ConnectTimeout = options.Timeout,
            AutomaticDecompression = DecompressionMethods.All,
        };
        if (options.Proxy is { } proxy) handler.Proxy = new WebProxy(proxy);
        if (options.Authorities.Count > 0)
        {
            var authorities = options.Authorities;
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => IsTrusted(certificate, chain, errors, authorities);
        }

        return handler;
    }

    /// <summary>What went wrong, in words that hold nothing of the request.</summary>
    public static string Problem(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case AuthenticationException:
                    return "its certificate is not trusted; name your own authority with --ca";
                case SocketException socket:
                    return socket.SocketErrorCode == SocketError.HostNotFound ? "its name is not known here" : $"{socket.SocketErrorCode}";
            }
        }

        return exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http ? $"{http.HttpRequestError}" : exception.GetType().Name;
    }

    // The system's trust is asked first; where only the root is strange, the user's own authorities may vouch for it.
    private static bool IsTrusted(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 leaf) return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.1"));
        foreach (var element in chain?.ChainElements.Skip(1) ?? []) own.ChainPolicy.ExtraStore.Add(element.Certificate);
        return own.Build(leaf);
    }
}
