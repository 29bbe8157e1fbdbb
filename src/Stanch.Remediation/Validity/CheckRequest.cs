using Stanch.Catalogue.Format;

namespace Stanch.Remediation.Validity;

/// <summary>One request, filled and held to the allowed hosts.</summary>
/// <param name="Shown">Method and address without the secret.</param>
internal sealed record CheckRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body, string Shown)
{
    private const string Hidden = "…";

    /// <summary>True where the secret is itself the address that is asked: a webhook.</summary>
    public static bool AsksTheSecret(ValidityCheck check) => check.Request.EndsWith(" {{secret}}", StringComparison.Ordinal);

    /// <param name="check">From the catalogue.</param>
    /// <param name="asked">The secret and what belongs to it.</param>
    /// <param name="secret">The secret's text, or that of its mutated twin.</param>
    /// <exception cref="MissingValueException">The request needs an identifier or a host that is not known.</exception>
    /// <exception cref="ForbiddenRequestException">The request would go where it may not, or the secret does not fit into it.</exception>
    public static CheckRequest Make(ValidityCheck check, SecretToCheck asked, string secret)
    {
        var space = check.Request.IndexOf(' ');
        var (method, template) = (check.Request[..space], check.Request[(space + 1)..]);
        var fill = new RequestTemplate(Values(asked, secret));
        var isAddress = AsksTheSecret(check);
        var text = isAddress ? secret : fill.Fill(template, Uri.EscapeDataString);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) throw new ForbiddenRequestException("it makes no address");
        if (AllowedHosts.Refusal(address, check, asked.Host) is { } refusal) throw new ForbiddenRequestException(refusal);
        var headers = check.Headers.ToDictionary(header => header.Key, header => fill.Fill(header.Value));
        if (headers.Values.Any(value => value.AsSpan().ContainsAnyInRange('\0', '\x1F'))) throw new ForbiddenRequestException("it has a line break, which no header can carry");
        return new CheckRequest(HttpMethod.Parse(method), address, headers, check.Body is null ? null : fill.Fill(check.Body, IsForm(headers) ? Uri.EscapeDataString : JsonEscaped), $"{method} {Show(template, asked, address, isAddress)}");
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address);
        if (Body is not null) message.Content = new StringContent(Body, System.Text.Encoding.UTF8, ContentType);
        foreach (var (name, value) in Headers)
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) message.Headers.TryAddWithoutValidation(name, value);
        }

        // Many providers refuse a request that does not say who asks.
        if (message.Headers.UserAgent.Count == 0) message.Headers.TryAddWithoutValidation("User-Agent", "stanch");
        return message;
    }

    private string ContentType => Headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value?.Split(';')[0] ?? "application/json";

    private static Dictionary<string, string> Values(SecretToCheck asked, string secret)
    {
        var values = new Dictionary<string, string> { ["secret"] = secret };
        if (asked.Id is { } id) values["id"] = id;
        if (asked.Host is { } host) values["host"] = host;
        return values;
    }

    private static string Show(string template, SecretToCheck asked, Uri address, bool isAddress) => isAddress
        ? $"{address.Scheme}://{address.IdnHost}/{Hidden}"
        : template.Replace("{{secret}}", Hidden, StringComparison.Ordinal).Replace("{{id}}", asked.Id ?? "", StringComparison.Ordinal).Replace("{{host}}", asked.Host ?? "", StringComparison.Ordinal);

    private static bool IsForm(Dictionary<string, string> headers) =>
        headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase));

    private static string JsonEscaped(string value) => System.Text.Json.JsonEncodedText.Encode(value).ToString();
}
