using System.CommandLine;

namespace Stanch.Cli.Completions;

/// <summary>A command as a shell knows it, made from the command that runs.</summary>
/// <param name="Path">All words up to it: <c>stanch scan git</c>.</param>
/// <param name="Summary">One short sentence.</param>
/// <param name="Verbs">The commands below it.</param>
/// <param name="Options">Its own, and those that every command has.</param>
/// <param name="Arguments">In their order; the last one may stand for several words.</param>
internal sealed record CompletedCommand(string Path, string Summary, IReadOnlyList<CompletedCommand> Verbs, IReadOnlyList<CompletedOption> Options, IReadOnlyList<CompletedValue> Arguments)
{
    /// <summary>The last word of the path.</summary>
    public string Name => Path[(Path.LastIndexOf(' ') + 1)..];

    /// <summary>This one and all below.</summary>
    public IEnumerable<CompletedCommand> All => Verbs.SelectMany(verb => verb.All).Prepend(this);

    public static CompletedCommand Of(Command root) => Of(root, root.Name, []);

    private static CompletedCommand Of(Command command, string path, IReadOnlyList<Option> inherited)
    {
        var options = inherited.Concat(command.Options).Where(option => !option.Hidden).ToList();
        IReadOnlyList<Option> everywhere = [.. options.Where(option => option.Recursive)];
        return new CompletedCommand(
            path,
            FirstClause(command.Description),
            [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => Of(verb, $"{path} {verb.Name}", everywhere))],
            [.. options.Select(Of)],
            [.. command.Arguments.Select(argument => ValueNames.Find(argument.Name))]);
    }

    private static CompletedOption Of(Option option)
    {
        // What Windows' users type is no word that a shell would propose.
        var names = option.Aliases.Append(option.Name).Where(name => name[0] == '-' && name != "-?").OrderByDescending(name => name.Length);
        return new CompletedOption([.. names], FirstClause(option.Description), option.HelpName is { } value ? ValueNames.Find(value) : null, option.Arity.MaximumNumberOfValues > 1);
    }

    private static string FirstClause(string? text)
    {
        var end = text.AsSpan().IndexOfAny('.', ':', ';');
        return (end < 0 ? text : text![..end]) ?? "";
    }
}
