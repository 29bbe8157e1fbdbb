using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Stanch.Remediation.Tests.Validity;

/// <summary>
/// A provider on this machine: an HTTPS server with an authority of its own, behind a CONNECT proxy that leads every host to it. What it answers is written from the real
/// provider's documentation.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;

    private Provider(WebApplication server, X509Certificate2 authority)
    {
        (_server, Authority) = (server, authority);
        _port = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        _proxy.Start();
        ProxyAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)_proxy.LocalEndpoint).Port}");
        _ = Serve();
    }

    public X509Certificate2 Authority { get; }

    public Uri ProxyAddress { get; }

    /// <summary>Host and path of every request, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <param name="hosts">The names that its certificate is for.</param>
    /// <param name="answer">What it does with a request.</param>
    public static async Task<Provider> Start(string[] hosts, Func<HttpContext, Task> answer)
    {
        var (authority, certificate) = Certificates(hosts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        Provider? self = null;
        server.Run(context =>
        {
            self!.Asked.Enqueue($"{context.Request.Host}{context.Request.Path}");
            return answer(context);
        });
        await server.StartAsync();
        return self = new Provider(server, authority);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _proxy.Stop();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true) _ = Tunnel(await _proxy.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Tunnel(TcpClient client)
    {
        try
        {
            using var _ = client;
            var from = client.GetStream();
            for (var seen = 0; seen < 4;)
            {
                var next = new byte[1];
                if (await from.ReadAsync(next, _stop.Token) == 0) return;
                seen = next[0] == "\r\n\r\n"[seen] ? seen + 1 : 0;
            }

            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
            await from.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), _stop.Token);
            var to = server.GetStream();
            await Task.WhenAny(from.CopyToAsync(to, _stop.Token), to.CopyToAsync(from, _stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // One side has gone.
        }
    }

    private static (X509Certificate2 Authority, X509Certificate2 Certificate) Certificates(string[] hosts)
    {
        var (from, to) = (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Test authority", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var authority = root.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=provider", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts) names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(authority, from, to, RandomNumberGenerator.GetBytes(8));
        using var withKey = signed.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadCertificate(authority.RawData), X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null));
    }
}
