using System.CommandLine;
using Stanch.Detection;

namespace Stanch.Cli.CommandLine;

/// <summary>The options of one source, made from what it declares.</summary>
internal sealed class SourceOptions(IScanSource source)
{
    private readonly IReadOnlyList<(string Name, Option Option)> _options = [.. source.Options.Select(declared => (declared.Name, Make(declared)))];

    public IEnumerable<Option> All => _options.Select(pair => pair.Option);

    /// <summary>Those that were given, by name.</summary>
    public IReadOnlyDictionary<string, string> Read(ParseResult result)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, option) in _options)
        {
            var value = option is Option<bool> switched ? result.GetValue(switched) ? "true" : null : result.GetValue((Option<string>)option);
            if (value is not null) given[name] = value;
        }

        return given;
    }

    private static Option Make(SourceOption declared) => declared.ValueName is null
        ? new Option<bool>("--" + declared.Name) { Description = declared.Summary }
        : new Option<string>("--" + declared.Name) { Description = declared.Summary, HelpName = declared.ValueName };
}
