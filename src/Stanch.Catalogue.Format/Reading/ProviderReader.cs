using Stanch.Catalogue.Format.Yaml;

namespace Stanch.Catalogue.Format.Reading;

/// <summary>Reads what stands at the top of a file.</summary>
internal sealed class ProviderReader(string file, CatalogueRules rules, ReadingLog log)
{
    public ProviderEntry? Read(YamlNode root)
    {
        if (root is YamlNode.List list && !rules.IsComplete)
            return Custom(ReadSecrets(list, [], ProviderLinks.None));
        if (MappingReader.From(root, "provider", log) is not { } reader)
            return null;
        var domains = ReadDomains(reader);
        var links = ReadLinks(reader, domains);
        var id = ReadId(reader);
        var name = rules.IsComplete ? reader.RequiredText("name") : reader.Text("name") ?? id;
        var category = ReadCategory(reader);
        var secrets = ReadSecrets(FindSecrets(reader), domains, links);
        reader.Close();
        return Custom(secrets) with { Id = id, Name = name, Category = category, Domains = domains, Links = links };
    }

    private ProviderEntry Custom(IReadOnlyList<SecretEntry> secrets) => new()
    {
        Id = "custom",
        Name = "Custom",
        Category = "generic",
        Domains = [],
        Links = ProviderLinks.None,
        Secrets = secrets,
        File = file,
    };

    private string ReadId(MappingReader reader)
    {
        var id = rules.IsComplete ? reader.RequiredText("provider") : reader.Text("provider") ?? "custom";
        if (id.Length > 0 && !Names.Kebab.IsMatch(id))
            log.Add(reader.Place("provider"), $"the provider's id '{id}' is not kebab-case: small letters and digits, joined by single dashes");
        else if (rules.IsComplete && id.Length > 0 && Path.GetFileNameWithoutExtension(file) != id)
            log.Add(reader.Place("provider"), $"the provider '{id}' stands in {id}.yaml, this file is named {Path.GetFileName(file)}");
        return id;
    }

    private string ReadCategory(MappingReader reader)
    {
        if (rules.IsComplete)
            reader.Require("category");
        return reader.Choice("category", Categories.All.ToDictionary(category => category), "generic");
    }

    private List<string> ReadDomains(MappingReader reader)
    {
        if (rules.IsComplete)
            reader.Require("domains");
        var domains = reader.Texts("domains").ToList();
        foreach (var domain in domains.Where(domain => !Names.Domain.IsMatch(domain)))
            log.Add(reader.Place("domains"), $"'{domain}' is not a domain: write it as example.com, without https:// or a path");
        return domains;
    }

    private ProviderLinks ReadLinks(MappingReader reader, IReadOnlyList<string> domains)
    {
        if (rules.IsComplete)
            reader.Require("links");
        if (reader.Mapping("links") is not { } links)
            return ProviderLinks.None;
        var result = new ProviderLinks(ReadLink(links, "docs", domains), ReadLink(links, "dashboard", domains), ReadLink(links, "status", domains));
        links.Close();
        return result;
    }

    private string? ReadLink(MappingReader links, string key, IReadOnlyList<string> domains)
    {
        var link = links.AsText(rules.IsComplete ? links.Require(key, mayBeNull: true) : links.Find(key), key);
        if (link is null)
            return null;
        if (Names.HttpsHost(link) is not { } host)
            log.Add(links.Place(key), $"'{link}' is not an https address");
        else if (domains.Count > 0 && !Names.IsUnder(host, domains))
            log.Add(links.Place(key), $"the link's host {host} is not under the provider's domains ({string.Join(' ', domains)}): add its domain there if the page is the provider's");
        return link;
    }

    private YamlNode? FindSecrets(MappingReader reader)
    {
        if (rules.IsComplete || !reader.Has("detectors"))
            return reader.Require("secrets");
        return reader.Find("detectors");
    }

    private List<SecretEntry> ReadSecrets(YamlNode? node, IReadOnlyList<string> domains, ProviderLinks links)
    {
        if (node is null)
            return [];
        if (node is not YamlNode.List { Items.Count: > 0 } list)
        {
            log.Add(node, $"detectors are a list with at least one '- id: …', found {node.Kind}");
            return [];
        }
        var guides = new GuideReader(rules, log, domains, links);
        var reader = new SecretReader(rules, log, guides);
        var secrets = list.Items.Select(item => MappingReader.From(item, "secret", log)).OfType<MappingReader>().Select(reader.Read).ToList();
        ReportTwins(secrets);
        return secrets;
    }

    private void ReportTwins(IEnumerable<SecretEntry> secrets)
    {
        foreach (var twins in secrets.Where(secret => secret.Id.Length > 0).GroupBy(secret => secret.Id).Where(group => group.Count() > 1))
            log.AddInFile(twins.Last().Line, twins.Last().Column, $"the id '{twins.Key}' stands twice in this file; the first is in line {twins.First().Line}");
    }
}
