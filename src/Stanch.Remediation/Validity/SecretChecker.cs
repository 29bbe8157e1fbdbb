using System.Globalization;
using System.Net;
using Stanch.Catalogue.Format;

namespace Stanch.Remediation.Validity;

/// <summary>
/// Asks the provider of a secret whether it still works: one read-only request to a host that the catalogue or the user names, never following a redirect. A "yes" counts
/// only if the provider refuses a made-up secret of the same format. Each secret is asked once; requests to one host keep a pause between them.
/// </summary>
public sealed class SecretChecker : IDisposable
{
    private const int MostAnswer = 64 << 10;
    private static readonly string[] ScopeHeaders = ["X-OAuth-Scopes", "X-Accepted-OAuth-Scopes"];

    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _time;
    private readonly CheckOptions _options;
    private readonly Dictionary<(string Detector, string Secret, string? Id, string? Host), CheckResult> _known = [];
    private readonly Dictionary<string, long> _lastAsked = new(StringComparer.OrdinalIgnoreCase);

    public SecretChecker(CheckOptions options, TimeProvider time) : this(options, time, ProviderConnection.Make(options)) { }

    internal SecretChecker(CheckOptions options, TimeProvider time, HttpMessageHandler handler) =>
        (_options, _time, _http) = (options, time, new HttpMessageInvoker(handler));

    /// <summary>Asks, or says why it cannot be asked. Not for several threads at once.</summary>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async Task<CheckResult> CheckAsync(SecretToCheck asked, CancellationToken cancellation)
    {
        var key = (asked.Detector.Id, asked.Secret.Reveal(), asked.Id, asked.Host);
        if (!_known.TryGetValue(key, out var result)) _known[key] = result = await Ask(asked, cancellation).ConfigureAwait(false);
        return result;
    }

    public void Dispose() => _http.Dispose();

    private async Task<CheckResult> Ask(SecretToCheck asked, CancellationToken cancellation)
    {
        if (OwnEnd(asked) is { } end && end < _time.GetUtcNow())
            return new CheckResult(Detection.Validity.Expired, string.Create(CultureInfo.InvariantCulture, $"it says of itself that it ended on {end:yyyy-MM-dd}"), [], []);
        if (asked.Guide?.Validity is not { } check) return CheckResult.NotCheckable("no read-only request is known that would tell");
        try
        {
            return await Ask(check, asked, cancellation).ConfigureAwait(false);
        }
        catch (MissingValueException missing)
        {
            return CheckResult.NotCheckable(Advice(missing.Name, asked));
        }
        catch (ForbiddenRequestException forbidden)
        {
            return CheckResult.NotCheckable($"the request is not sent: {forbidden.Message}");
        }
    }

    private async Task<CheckResult> Ask(ValidityCheck check, SecretToCheck asked, CancellationToken cancellation)
    {
        List<string> requests = [];
        var secret = asked.Secret.Reveal();
        var (answer, problem) = await Send(CheckRequest.Make(check, asked, secret), requests, cancellation).ConfigureAwait(false);
        if (answer is null) return new CheckResult(Detection.Validity.Unknown, problem, [], requests);
        var validity = answer.Read(check);
        if (validity == Detection.Validity.Invalid) return Refused(answer, requests);
        if (validity != Detection.Validity.Valid) return new CheckResult(validity, $"the provider answered {answer.Status}, which says neither yes nor no", [], requests);
        return await Control(check, asked, answer, requests, cancellation).ConfigureAwait(false);
    }

    private async Task<CheckResult> Control(ValidityCheck check, SecretToCheck asked, Answer answer, List<string> requests, CancellationToken cancellation)
    {
        var secret = asked.Secret.Reveal();
        var madeUp = CheckRequest.AsksTheSecret(check) ? MutatedSecret.OfAddress(secret) : MutatedSecret.Of(secret, asked.Detector.Pattern.PublicPrefix);
        if (madeUp != secret)
        {
            var (control, problem) = await Send(CheckRequest.Make(check, asked, madeUp), requests, cancellation).ConfigureAwait(false);
            if (control is null) return new CheckResult(Detection.Validity.Unknown, $"the provider accepts it, but the control with a made-up secret failed: {problem}", [], requests);
            if (control.Read(check) == Detection.Validity.Valid)
                return new CheckResult(Detection.Validity.Unknown, "the provider accepts a made-up secret too: its answer says nothing, and the check of this kind is broken", [], requests);
        }

        return new CheckResult(Detection.Validity.Valid, "the provider accepts it", AnswerFacts.Of(answer, secret), requests);
    }

    private static CheckResult Refused(Answer answer, List<string> requests) => answer.Body.Contains("expired", StringComparison.OrdinalIgnoreCase)
        ? new CheckResult(Detection.Validity.Expired, "the provider says that it has expired", [], requests)
        : new CheckResult(Detection.Validity.Invalid, "the provider refuses it", [], requests);

    private async Task<(Answer? Answer, string Problem)> Send(CheckRequest request, List<string> requests, CancellationToken cancellation)
    {
        await Pause(request.Address.IdnHost, cancellation).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.Timeout);
        try
        {
            using var message = request.ToMessage();
            using var response = await _http.SendAsync(message, limit.Token).ConfigureAwait(false);
            requests.Add(string.Create(CultureInfo.InvariantCulture, $"{request.Shown} → {(int)response.StatusCode}"));
            if (Unusable(response) is { } problem) return (null, problem);
            return (new Answer((int)response.StatusCode, await Read(response, limit.Token).ConfigureAwait(false), Scopes(response)), "");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            requests.Add($"{request.Shown} → no answer");
            return (null, string.Create(CultureInfo.InvariantCulture, $"{request.Address.IdnHost} gave no answer within {_options.Timeout.TotalSeconds:0.#} seconds"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            requests.Add($"{request.Shown} → failed");
            return (null, $"{request.Address.IdnHost} cannot be reached: {ProviderConnection.Problem(e)}");
        }
    }

    private static string? Unusable(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 300 and < 400 => $"the provider sends on to {response.Headers.Location?.Host ?? "another address"}; redirects are not followed with a secret in hand",
        (int)HttpStatusCode.TooManyRequests => $"the provider asks to wait{(response.Headers.RetryAfter?.Delta is { } wait ? string.Create(CultureInfo.InvariantCulture, $" {wait.TotalSeconds:0} seconds") : "")}",
        >= 500 => $"the provider has a problem of its own ({(int)response.StatusCode})",
        _ => null,
    };

    private async Task Pause(string host, CancellationToken cancellation)
    {
        if (_lastAsked.TryGetValue(host, out var last) && _options.Pause - _time.GetElapsedTime(last) is { Ticks: > 0 } rest)
            await Task.Delay(rest, _time, cancellation).ConfigureAwait(false);
        _lastAsked[host] = _time.GetTimestamp();
    }

    private static async Task<string> Read(HttpResponseMessage response, CancellationToken cancellation)
    {
        var buffer = new byte[MostAnswer];
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static string? Scopes(HttpResponseMessage response) =>
        ScopeHeaders.Select(name => response.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null).FirstOrDefault(value => value is not null);

    private static DateTimeOffset? OwnEnd(SecretToCheck asked) =>
        asked.Facts.FirstOrDefault(fact => fact.Name == "expires") is { } fact && DateTimeOffset.TryParse(fact.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;

    private static string Advice(string missing, SecretToCheck asked) => missing switch
    {
        "host" => $"the host of your installation is not known: name it with --host{(asked.Guide?.HostVariable is { } variable ? $" or in the environment variable {variable}" : "")}",
        "id" => "the identifier that it is used with is not known: name it with --id",
        _ => $"the request asks for '{missing}', which nothing gives",
    };
}
