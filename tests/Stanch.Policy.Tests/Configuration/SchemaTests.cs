using System.Text.Json;
using NJsonSchema;
using Stanch.Policy.Yaml;

namespace Stanch.Policy.Tests.Configuration;

/// <summary>Holds the published schema and the reader together.</summary>
public sealed class SchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Join(AppContext.BaseDirectory, "stanch-config.schema.json"));

    [Fact]
    public void TheSchemaHasTheKeysThatTheReaderHas()
    {
        using var schema = JsonDocument.Parse(Text);
        var properties = schema.RootElement.GetProperty("properties");
        Names(properties).ShouldBe(ConfigurationReader.Keys);
        Names(properties.GetProperty("detectors").GetProperty("properties")).ShouldBe(ConfigurationReader.DetectorKeys);
        Names(schema.RootElement.GetProperty("definitions").GetProperty("ignore").GetProperty("properties")).ShouldBe(ConfigurationReader.IgnoreKeys);
    }

    [Theory]
    [InlineData("version: 1", true)]
    [InlineData("version: 2", false)]
    [InlineData("exclude: [a, '!b']", true)]
    [InlineData("exclude: a", false)]
    [InlineData("ignore: [{ path: a }]", true)]
    [InlineData("ignore: [{ path: a, detector: acme-*, reason: r, owner: o, expires: '2027-01-31' }]", true)]
    [InlineData("ignore: [{ fingerprint: 'h1:AAAAAAAAAAAAAAAAAAAAAA' }]", true)]
    [InlineData("ignore: [{ fingerprint: 'h2:AAAAAAAAAAAAAAAAAAAAAA' }]", false)]
    [InlineData("ignore: [{ pattern: 'x+' }]", true)]
    [InlineData("ignore: [{ pattern: 'x+', target: secret }]", true)]
    [InlineData("ignore: [{ pattern: 'x+', target: file }]", false)]
    [InlineData("ignore: [{ reason: r }]", false)]
    [InlineData("ignore: [{ path: a, expires: tomorrow }]", false)]
    [InlineData("ignore: [{ path: a, x: b }]", false)]
    [InlineData("detectors: { enable: [a-b], disable: ['*'], custom: [{ id: x }] }", true)]
    [InlineData("detectors: { enable: [A] }", false)]
    [InlineData("detectors: { off: [a] }", false)]
    [InlineData("failOn: review", true)]
    [InlineData("failOn: never", false)]
    [InlineData("minSeverity: critical", true)]
    [InlineData("minSeverity: none", false)]
    [InlineData("incomplete: warn", true)]
    [InlineData("incomplete: skip", false)]
    [InlineData("decode: false", true)]
    [InlineData("decode: 3", false)]
    [InlineData("maxTime: 1h30m", true)]
    [InlineData("maxTime: 10", false)]
    [InlineData("fingerprintKey: abc", false)]
    [InlineData("baseline: ci/baseline", true)]
    [InlineData("baseline: []", false)]
    [InlineData("endpoint: x", false)]
    public async Task TheSchemaAcceptsWhatTheReaderAccepts(string yaml, bool accepted)
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        (schema.Validate(ToJson(YamlTree.Parse("t", yaml)!)).Count == 0).ShouldBe(accepted);
        Reads(yaml).ShouldBe(accepted);
    }

    private static bool Reads(string yaml)
    {
        try
        {
            Tree.Of(yaml);
            return true;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    private static string[] Names(JsonElement properties) => [.. properties.EnumerateObject().Select(property => property.Name)];

    private static string ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(',', mapping.Entries.Select(entry => $"{JsonSerializer.Serialize(entry.Key.Value)}:{ToJson(entry.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(',', sequence.Items.Select(ToJson))}]",
        YamlScalar scalar when scalar.IsPlain && int.TryParse(scalar.Value, out var number) => number.ToString(),
        YamlScalar { IsPlain: true, Value: "true" or "false" } scalar => scalar.Value,
        YamlScalar scalar => JsonSerializer.Serialize(scalar.Value),
        _ => "null",
    };
}
