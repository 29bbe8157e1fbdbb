using System.Globalization;
using Stanch.Catalogue.Format.Yaml;

namespace Stanch.Catalogue.Format.Reading;

/// <summary>Reads the request that tells whether a secret works, and holds it to the provider's own hosts.</summary>
internal sealed class ValidityReader(ReadingLog log, IReadOnlyList<string> domains)
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST"];

    public ValidityCheck? Read(MappingReader? section)
    {
        if (section is null)
            return null;
        var request = section.RequiredText("request");
        var hosts = section.Texts("hosts");
        var result = new ValidityCheck(
            request,
            ReadHeaders(section.Mapping("headers")),
            section.Text("body"),
            ReadAnswer(section.Require("valid"), "valid") ?? new ValidityAnswer([], null),
            ReadAnswer(section.Find("invalid"), "invalid"),
            section.Texts("tells"),
            hosts);
        section.Close();
        CheckRequest(section, request, hosts);
        foreach (var host in hosts.Where(host => domains.Count > 0 && !Names.IsUnder(AfterPlaceholder(host), domains)))
            log.Add(section.Place("hosts"), $"the host {host} is not under the provider's domains ({string.Join(' ', domains)})");
        return result;
    }

    private static Dictionary<string, string> ReadHeaders(MappingReader? headers)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, _) in headers?.Node.Entries ?? [])
            result[key.Value] = headers!.AsText(headers.Node.Entries.First(entry => entry.Key == key).Value, key.Value) ?? "";
        return result;
    }

    private ValidityAnswer? ReadAnswer(YamlNode? node, string what)
    {
        if (MappingReader.From(node, what, log) is not { } reader)
            return null;
        var status = reader.Texts("status").Select(text => Status(reader, text)).ToList();
        var answer = new ValidityAnswer(status, reader.Text("body"));
        reader.Close();
        if (status.Count == 0 && answer.Body is null)
            log.Add(reader.Node, $"'{what}' says nothing of the answer: give it a status, a body, or both");
        return answer;
    }

    private int Status(MappingReader reader, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and < 600)
            return status;
        log.Add(reader.Place("status"), $"'{text}' is not an HTTP status");
        return 0;
    }

    private void CheckRequest(MappingReader section, string request, IReadOnlyList<string> hosts)
    {
        // A secret that is an address is asked itself, if it leads to a host that the entry names.
        if (request.Length == 0 || (s_methods.Any(method => request == $"{method} {{{{secret}}}}") && hosts.Count > 0))
            return;
        var parts = request.Split(' ', 2);
        if (parts.Length != 2 || !s_methods.Contains(parts[0]) || !parts[1].StartsWith("https://", StringComparison.Ordinal))
        {
            log.Add(section.Place("request"), $"a request is a method that changes nothing ({string.Join(' ', s_methods)}) and an https address, found '{request}'");
            return;
        }
        var host = AfterPlaceholder(parts[1]["https://".Length..].Split('/', '?')[0]);
        if (host.Length > 0 && domains.Count > 0 && !Names.IsUnder(host, domains))
            log.Add(section.Place("request"), $"the request goes to {host}, which is not under the provider's domains ({string.Join(' ', domains)})");
    }

    /// <summary>The fixed end of a host; empty where the whole of it is filled in from the user's configuration.</summary>
    private static string AfterPlaceholder(string host)
    {
        var end = host.LastIndexOf("}}", StringComparison.Ordinal);
        return (end < 0 ? host : host[(end + 2)..].TrimStart('.')).Split(':')[0];
    }
}
