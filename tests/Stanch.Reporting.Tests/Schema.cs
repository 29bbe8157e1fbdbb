using System.Runtime.CompilerServices;
using NJsonSchema;

namespace Stanch.Reporting.Tests;

/// <summary>Checks JSON against a schema file of the repository.</summary>
internal static class Schema
{
    public static async Task<JsonSchema> OfProject(string name) => await Read(Path.Combine(Here(), "../../docs/schemas", name));

    public static async Task<JsonSchema> OfOthers(string name) => await Read(Path.Combine(Here(), "Schemas", name));

    public static void ShouldAccept(this JsonSchema schema, string json) =>
        schema.Validate(json).Select(error => error.ToString()).ShouldBeEmpty();

    private static async Task<JsonSchema> Read(string path) =>
        await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    private static string Here([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;
}
