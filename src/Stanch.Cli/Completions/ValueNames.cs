using Stanch.Catalogue;
using Stanch.Cli.Agents;
using Stanch.Cli.CommandLine;
using Stanch.Cli.Completions.Shells;
using Stanch.Cli.Hooks;
using Stanch.Detection;
using Stanch.Platforms.Builds;
using Stanch.Reporting;

namespace Stanch.Cli.Completions;

/// <summary>
/// The names that the help gives to values, and what each stands for. Words that are told in the name itself (<c>text|json</c>) are not among them. A test
/// fails for a name of the help that is missing here.
/// </summary>
internal static class ValueNames
{
    private static readonly Dictionary<string, ValueKind> s_open = new(StringComparer.Ordinal)
    {
        ["FILE"] = ValueKind.Files,
        ["PATH"] = ValueKind.Files,
        ["WHAT"] = ValueKind.Files,
        ["FILE:LINE"] = ValueKind.Files,
        ["FILE:LINE|FINGERPRINT"] = ValueKind.Files,
        ["DIR"] = ValueKind.Folders,
        ["FOLDER"] = ValueKind.Folders,
        ["TARGET"] = ValueKind.Folders,
        ["ID"] = ValueKind.Detectors,
        ["ID|GLOB"] = ValueKind.Detectors,
        ["ID|GLOB,…"] = ValueKind.Detectors,
        ["A..B"] = ValueKind.Any,
        ["BRANCH"] = ValueKind.Any,
        ["COMMIT"] = ValueKind.Any,
        ["COMMIT|DATE"] = ValueKind.Any,
        ["GLOB"] = ValueKind.Any,
        ["N"] = ValueKind.Any,
        ["NAME"] = ValueKind.Any,
        ["PROVIDER"] = ValueKind.Any,
        ["REMOTE"] = ValueKind.Any,
        ["TEXT"] = ValueKind.Any,
        ["TIME"] = ValueKind.Any,
        ["URL"] = ValueKind.Any,
        ["YYYY-MM-DD"] = ValueKind.Any,
    };

    private static readonly Dictionary<string, Func<IEnumerable<string>>> s_closed = new(StringComparer.Ordinal)
    {
        ["AGENT"] = () => KnownAgents.All.Select(agent => agent.Name),
        ["AGENT|all"] = () => KnownAgents.All.Select(agent => agent.Name).Append("all"),
        ["CATEGORY"] = () => BuiltInCatalogue.Detectors.Select(detector => detector.Category).Distinct().Order(StringComparer.Ordinal),
        ["EVIDENCE"] = Of<Evidence>,
        ["EVIDENCE|never"] = () => Of<Evidence>().Append(Words.Never),
        ["FORMAT[=FILE]"] = () => ReportFormats.All.Select(format => format.Name),
        ["HOOK"] = () => HookKind.All.Select(kind => kind.Name),
        ["SEVERITY"] = Of<Severity>,
        ["SHELL"] = () => ShellScripts.All.Select(script => script.Name),
        ["SYSTEM"] = () => CiSystems.All.Select(system => system.Id),
    };

    /// <exception cref="InvalidOperationException">The help uses a name that is not known here.</exception>
    public static CompletedValue Find(string name) =>
        s_closed.TryGetValue(name, out var words) ? new CompletedValue(name, ValueKind.Words, [.. words()])
        : s_open.TryGetValue(name, out var kind) ? new CompletedValue(name, kind, [])
        : name.Contains('|') && name.All(c => char.IsAsciiLetterLower(c) || c is '|' or '-') ? new CompletedValue(name, ValueKind.Words, name.Split('|'))
        : throw new InvalidOperationException($"the help calls a value '{name}', which {nameof(ValueNames)} does not know");

    private static IEnumerable<string> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Words.Of);
}
