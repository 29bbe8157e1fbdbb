using System.Text.Json;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Detection.Hashing;
using Stanch.Policy;
using Stanch.Remediation.Validity;

namespace Stanch.Cli.Checking;

/// <summary>
/// <c>stanch check</c>: asks, and writes what came of it. The exit code says 1 where one still works, 0 where all are dead, 3 where that could not be found out.
/// </summary>
internal static class SecretCheck
{
    private static readonly CheckResult Offline = new(Validity.NotChecked, "nobody was asked (--offline)", [], []);

    /// <exception cref="UsageException">Nothing to check.</exception>
    public static ExitCode Run(CheckSettings settings, Invocation here, Interruption stop)
    {
        if ((!settings.IsOffline || settings.Authorities is not null) && !SystemCryptography.IsThere) throw new UsageException($"{SystemCryptography.Missing}; --offline asks nobody");
        var secrets = new SecretsToCheck(settings, here).Get(stop);
        using var checker = new SecretChecker(settings.Connection(here.WorkingDirectory), here.Time);
        var results = new List<(SecretToCheck Secret, CheckResult Result)>();
        foreach (var secret in secrets) results.Add((secret, settings.IsOffline ? Offline : Check(checker, secret, stop)));
        if (settings.IsJson) WriteJson(results, here);
        else WriteText(results, here);
        return results.Any(pair => pair.Result.Validity == Validity.Valid) ? ExitCode.Blocking
            : settings.IsOffline || results.All(pair => pair.Result.Validity is Validity.Invalid or Validity.Expired) ? ExitCode.Clean
            : ExitCode.Incomplete;
    }

    private static CheckResult Check(SecretChecker checker, SecretToCheck secret, Interruption stop)
    {
        try
        {
            return checker.CheckAsync(secret, stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return new CheckResult(Validity.Unknown, "it was interrupted", [], []);
        }
    }

    private static void WriteText(IReadOnlyList<(SecretToCheck Secret, CheckResult Result)> results, Invocation here)
    {
        using var output = here.Terminal.OutputText();
        foreach (var (secret, result) in results)
        {
            output.WriteLine($"{secret.Detector.Name} ({secret.Detector.Id}) {secret.Secret.Redacted()}");
            output.WriteLine($"  {Words.Of(result.Validity)}: {result.Reason}");
            foreach (var fact in secret.Facts) output.WriteLine($"  it says of itself: {fact.Name} {fact.Value}");
            foreach (var fact in result.Facts) output.WriteLine($"  the provider says: {fact.Name} {fact.Value}");
            if (secret.Guide?.BlastRadius is { } reach) output.WriteLine($"  how far it reaches: {reach}");
            foreach (var request in result.Requests) output.WriteLine($"  asked: {request}");
            output.WriteLine($"  next: {Next(secret, result)}");
        }
    }

    private static string Next(SecretToCheck secret, CheckResult result) => result.Validity switch
    {
        Validity.Valid => $"it works for whoever has it: 'stanch guide {secret.Detector.Id}' leads through revoking it",
        Validity.Invalid or Validity.Expired => "nothing to revoke; look whether it was used while it worked, and take it out of the code",
        _ => $"treat it as valid until its provider says otherwise: 'stanch guide {secret.Detector.Id}'",
    };

    private static void WriteJson(IReadOnlyList<(SecretToCheck Secret, CheckResult Result)> results, Invocation here)
    {
        using var json = new Utf8JsonWriter(here.Terminal.Output, JsonText.Options);
        json.WriteStartArray();
        foreach (var (secret, result) in results)
        {
            json.WriteStartObject();
            json.WriteString("detector", secret.Detector.Id);
            json.WriteString("secret", secret.Secret.Redacted());
            json.WriteString("validity", Words.Of(result.Validity));
            json.WriteString("reason", result.Reason);
            WriteFacts(json, "facts", secret.Facts);
            WriteFacts(json, "told", result.Facts);
            JsonText.WriteList(json, "requests", result.Requests);
            json.WriteString("guide", $"stanch guide {secret.Detector.Id}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.End(json, here.Terminal.Output);
    }

    private static void WriteFacts(Utf8JsonWriter json, string name, IReadOnlyList<Fact> facts)
    {
        json.WriteStartObject(name);
        foreach (var fact in facts.DistinctBy(fact => fact.Name)) json.WriteString(fact.Name, fact.Value);
        json.WriteEndObject();
    }
}
