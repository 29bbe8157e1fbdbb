using System.Text.Json;
using Stanch.Platforms.Builds;

namespace Stanch.Platforms.Tests.Builds;

/// <summary>Variables and event files are made by others: whatever they hold, there is a build or an error that says what to do.</summary>
public sealed class AnyVariablesTests(World world) : IClassFixture<World>
{
    private static readonly string[] Names = [.. SystemsTable.Rows.SelectMany(row => row[3].Split(' ')).Where(word => word.Contains('=') && !word.StartsWith('$')).Select(word => word[..word.IndexOf('=')]).Distinct()];

    private static readonly Gen<string> Value = Gen.OneOf(Gen.String, Gen.Int[0, 9].Select(at => new[] { "true", "false", "0", "push", "pull_request", "merge_request_event", "refs/heads/main", "refs/tags/", "gh-readonly-queue/main/pr-1", "0123456789012345678901234567890123456789" }[at]));

    private static readonly Gen<Dictionary<string, string>> Environment =
        Gen.Select(Gen.Int[0, Names.Length - 1].Select(at => Names[at]), Value).Array[0, 12].Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    [Fact]
    public void AnyVariablesAreABuildOrAnError() => Environment.Sample(set =>
    {
        var variables = new CiVariables(set.GetValueOrDefault);
        foreach (var system in CiSystems.All) Try(() => BuildReader.Read(system, variables));
        Try(() => CiSystems.Recognise(variables, null));
    });

    [Fact]
    public void AnyEventIsABuildOrAnError()
    {
        var system = CiSystems.All.Single(system => system.Id == "github-actions");
        Gen.Select(Gen.Int[0, Events.Length - 1], Value, Gen.Int[0, 3]).Sample((at, value, kind) =>
        {
            var text = JsonSerializer.Serialize(value);
            var json = new[] { text, $"{{\"before\":{text},\"after\":{text},\"number\":{text}}}", $"{{\"pull_request\":{text},\"repository\":[{text}]}}", $"{{\"pull_request\":{{\"base\":{{\"ref\":{text},\"sha\":7}},\"head\":null}},\"merge_group\":{{\"base_ref\":{text}}}}}" }[kind];
            var path = world.Event(json);
            var set = new Dictionary<string, string> { ["GITHUB_EVENT_PATH"] = path, ["GITHUB_EVENT_NAME"] = Events[at], ["GITHUB_BASE_REF"] = "main", ["GITHUB_SHA"] = world["D"], ["GITHUB_REF"] = "refs/heads/main" };
            Try(() => BuildReader.Read(system, new CiVariables(set.GetValueOrDefault)));
            File.Delete(path);
        });
    }

    private static readonly string[] Events = ["push", "pull_request", "pull_request_target", "merge_group", "schedule", "nonsense"];

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (BuildException e)
        {
            e.Message.ShouldContain("--");
        }
    }
}
