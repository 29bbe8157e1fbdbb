using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Sources.Tests.Git;

/// <summary>Runs the git source the way the command line does.</summary>
internal static class Scan
{
    public static Needles Of(string target, params (string Name, string Value)[] options) => Of(target, 2, options);

    public static Needles Of(string target, int jobs, params (string Name, string Value)[] options)
    {
        var needles = new Needles();
        new GitSource().Walk(Request(target, jobs, options), needles, TestContext.Current.CancellationToken);
        return needles;
    }

    /// <summary>The same with an environment of its own, as a hook has it.</summary>
    public static Needles In(IReadOnlyDictionary<string, string> environment, string directory, params (string Name, string Value)[] options)
    {
        var needles = new Needles();
        var request = new SourceRequest([], 2) { WorkingDirectory = directory, Options = options.ToDictionary(option => option.Name, option => option.Value) };
        var variables = new Dictionary<string, string>(environment) { ["PATH"] = environment.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH")! };
        new GitSource(new GitEnvironment(variables, directory)).Walk(request, needles, TestContext.Current.CancellationToken);
        return needles;
    }

    public static SourceRequest Request(string target, int jobs, params (string Name, string Value)[] options) =>
        new([target], jobs) { Options = options.ToDictionary(option => option.Name, option => option.Value) };
}
