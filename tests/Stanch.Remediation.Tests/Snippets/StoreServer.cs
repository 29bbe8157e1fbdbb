using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stanch.Remediation.Tests.Validity;

namespace Stanch.Remediation.Tests.Snippets;

/// <summary>
/// The three secret stores on this machine, as their documentation says that they answer; what is not asked in their way gets no value.
/// AWS is there twice: at an address of our own, and under its real name behind a proxy, for client libraries that cannot be led elsewhere.
/// </summary>
internal sealed class StoreServer : IAsyncDisposable
{
    private const string Region = "eu-west-1";
    private const string Account = "acme";
    private const string Login = "host/shop";
    private const string Token = """{"protected":"e30=","payload":"e30=","signature":"AAAA"}""";
    private readonly WebApplication _server;
    private readonly Provider _aws;
    private readonly string _authority = Path.GetTempFileName();
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly string _key = Guid.NewGuid().ToString("N");

    private StoreServer(IReadOnlyDictionary<string, string> values, WebApplication server, Provider aws) => (_values, _server, _aws) = (values, server, aws);

    /// <summary>What a program has to know to read from them.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new Dictionary<string, string>
            {
                ["VAULT_ADDR"] = address,
                ["VAULT_TOKEN"] = _key,
                ["CONJUR_APPLIANCE_URL"] = address,
                ["CONJUR_ACCOUNT"] = Account,
                ["CONJUR_AUTHN_LOGIN"] = Login,
                ["CONJUR_AUTHN_API_KEY"] = _key,
                ["AWS_REGION"] = Region,
                ["AWS_DEFAULT_REGION"] = Region,
                ["AWS_ACCESS_KEY_ID"] = "made-up",
                ["AWS_SECRET_ACCESS_KEY"] = _key,
                ["AWS_ENDPOINT_URL"] = address,
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_CA_BUNDLE"] = _authority,
                ["HTTPS_PROXY"] = _aws.ProxyAddress.AbsoluteUri,
                ["NO_PROXY"] = "",
            };
        }
    }

    /// <param name="values">By path.</param>
    public static async Task<StoreServer> Start(IReadOnlyDictionary<string, string> values)
    {
        StoreServer? self = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(context => self!.Answer(context));
        await server.StartAsync(TestContext.Current.CancellationToken);
        var aws = await Provider.Start([$"secretsmanager.{Region}.amazonaws.com"], context => self!.Answer(context));
        self = new StoreServer(values, server, aws);
        await File.WriteAllTextAsync(self._authority, aws.Authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        return self;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _aws.DisposeAsync();
        File.Delete(_authority);
    }

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var answer = Aws(context.Request, body) ?? Vault(context.Request) ?? ConjurLogin(context.Request, body) ?? ConjurSecret(context.Request);
        context.Response.StatusCode = answer is null ? 404 : 200;
        if (answer is not null) await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    private string? Aws(HttpRequest request, string body)
    {
        if (request.Method != "POST" || request.Headers["X-Amz-Target"] != "secretsmanager.GetSecretValue" || !request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)) return null;
        request.HttpContext.Response.ContentType = "application/x-amz-json-1.1";
        var name = JsonDocument.Parse(body).RootElement.GetProperty("SecretId").GetString()!;
        return _values.TryGetValue(name, out var value)
            ? $$"""{"ARN":"arn:aws:secretsmanager:{{Region}}:123456789012:secret:{{name}}-AbCdEf","Name":"{{name}}","SecretString":"{{value}}","VersionId":"EXAMPLE1-90ab-cdef-fedc-ba987EXAMPLE","VersionStages":["AWSCURRENT"],"CreatedDate":1523477145.713}"""
            : null;
    }

    // https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version
    private string? Vault(HttpRequest request)
    {
        if (request.Method != "GET" || request.Headers["X-Vault-Token"] != _key || !request.Path.StartsWithSegments("/v1/secret/data", out var path)) return null;
        request.HttpContext.Response.ContentType = "application/json";
        return _values.TryGetValue(path.Value!.TrimStart('/'), out var value)
            ? $$$"""{"request_id":"1","lease_id":"","renewable":false,"lease_duration":0,"data":{"data":{"value":"{{{value}}}"},"metadata":{"created_time":"2026-03-22T02:24:06.945319214Z","custom_metadata":null,"deletion_time":"","destroyed":false,"version":2}},"wrap_info":null,"warnings":null,"auth":null}"""
            : null;
    }

    // https://docs.cyberark.com/conjur-open-source/latest/en/content/developer/conjur_api_authenticate.htm
    private string? ConjurLogin(HttpRequest request, string body) =>
        request.Method == "POST" && RawPath(request) == $"/authn/{Account}/{Uri.EscapeDataString(Login)}/authenticate" && body == _key ? Token : null;

    // https://docs.cyberark.com/conjur-open-source/latest/en/content/developer/conjur_api_retrieve_secret.htm
    private string? ConjurSecret(HttpRequest request)
    {
        var start = $"/secrets/{Account}/variable/";
        var raw = RawPath(request);
        if (request.Method != "GET" || !raw.StartsWith(start, StringComparison.Ordinal) || request.Headers.Authorization != $"Token token=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Token))}\"") return null;
        return raw[start.Length..] is var id && !id.Contains('/', StringComparison.Ordinal) ? _values.GetValueOrDefault(Uri.UnescapeDataString(id)) : null;
    }

    // With its escapes: an identifier that holds a slash has to come as one piece.
    private static string RawPath(HttpRequest request) => request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
}
