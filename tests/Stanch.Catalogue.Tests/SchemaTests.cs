using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Stanch.Catalogue.Format;
using Stanch.Catalogue.Format.Reading;
using Stanch.Catalogue.Format.Yaml;
using Stanch.Detection;

namespace Stanch.Catalogue.Tests;

/// <summary>The schema that editors use says the same as the reader.</summary>
public sealed class SchemaTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(CatalogueFiles.Directory, "catalogue.schema.json"));

    /// <summary>Where a mapping of the reader has another name in the schema.</summary>
    private static readonly Dictionary<string, string> s_names = new() { ["valid"] = "answer", ["invalid"] = "answer" };

    public static TheoryData<string> Files => [.. CatalogueFiles.Paths().Select(path => Path.GetFileName(path))];

    [Fact]
    public void EveryKeyOfTheReaderIsInTheSchemaAndTheOtherWayAbout()
    {
        var definitions = JsonNode.Parse(s_text)!["definitions"]!;
        foreach (var (mapping, keys) in KeysOfTheReader().Where(mapping => mapping.Key != "headers"))
        {
            var definition = definitions[s_names.GetValueOrDefault(mapping, mapping)]!;
            definition["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal).ToArray().ShouldBe(keys.ToArray(), customMessage: mapping);
            definition["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        }
    }

    [Fact]
    public void TheWordsOfTheSchemaAreThoseOfTheReader()
    {
        Words("provider", "category").ShouldBe(Categories.All);
        Words("secret", "severity").ShouldBe(Enum.GetNames<Severity>().Reverse().Select(name => name.ToLowerInvariant()));
        Words("secret", "context").ShouldBe(["assigned", "near", null]);
        Words("secret", "evidence").ShouldBe(["review", null]);
    }

    [Fact]
    public void WhatTheSchemaRequiresTheReaderRequires()
    {
        foreach (var key in JsonNode.Parse(s_text)!["definitions"]!["secret"]!["required"]!.AsArray().Select(key => key!.GetValue<string>()))
        {
            var lines = WholeEntry.Text.Split('\n').Where(line => !line.TrimStart(' ', '-').StartsWith(key + ":", StringComparison.Ordinal));
            var text = string.Join('\n', lines).Replace("\n    name", "\n  - name", StringComparison.Ordinal);
            var errors = CatalogueReader.Read(key == "id" ? text : string.Join('\n', lines), "acme.yaml", CatalogueRules.Custom).Errors;
            errors.ShouldContain(error => error.Message.Contains($"this secret has no '{key}'", StringComparison.Ordinal), key);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryFileOfTheCatalogueIsValid(string file) =>
        (await Validate(File.ReadAllText(Path.Combine(CatalogueFiles.Directory, file)))).ShouldBeEmpty();

    [Theory]
    [InlineData("severity: high", "serverity: high")]
    [InlineData("severity: high", "severity: hihg")]
    [InlineData("keywords: [acm_]", "keywords: [ac]")]
    [InlineData("id: acme-token", "id: Acme_Token")]
    [InlineData("within: 3", "within: three")]
    [InlineData("status: [401]", "status: [4010]")]
    [InlineData("docs: https:", "docs: http:")]
    public async Task AWrongFileIsNot(string correct, string wrong) =>
        (await Validate(WholeEntry.Text.Replace(correct, wrong, StringComparison.Ordinal))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("- {id: a, name: b, severity: low, keywords: [abc], pattern: abc}")]
    [InlineData("detectors: [{id: a, name: b, severity: low, keywords: [abc], pattern: abc}]")]
    public async Task UsersFormsAreValid(string text)
    {
        (await Validate(text)).ShouldBeEmpty();
        CatalogueReader.Read(text, "x.yaml", CatalogueRules.Custom).Errors.ShouldBeEmpty();
    }

    private static Dictionary<string, SortedSet<string>> KeysOfTheReader()
    {
        var log = new ReadingLog("acme.yaml", 1);
        CatalogueReader.Read(WholeEntry.Text, "acme.yaml", CatalogueRules.BuiltIn, log);
        log.Errors.ShouldBeEmpty();
        CatalogueReader.Read("detectors: []", "x.yaml", CatalogueRules.Custom, log);
        return log.Keys.ToDictionary();
    }

    private static IEnumerable<string?> Words(string definition, string property) =>
        JsonNode.Parse(s_text)!["definitions"]![definition]!["properties"]![property]!["enum"]!.AsArray().Select(word => word?.GetValue<string>());

    private static async Task<IEnumerable<string>> Validate(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(s_text, TestContext.Current.CancellationToken);
        return schema.Validate(ToJson(YamlReader.Read(yaml)!)!.ToJsonString()).Select(error => error.ToString());
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlNode.Mapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, ToJson(entry.Value)))),
        YamlNode.List list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlNode.Scalar { IsNull: true } => null,
        YamlNode.Scalar { IsPlain: true } scalar when IsJson(scalar.Value) => JsonNode.Parse(scalar.Value),
        YamlNode.Scalar scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException("YAML has no other nodes"),
    };

    private static bool IsJson(string plain)
    {
        try
        {
            return JsonNode.Parse(plain) is JsonValue;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
