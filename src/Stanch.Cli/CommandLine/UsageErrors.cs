using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Stanch.Detection;

namespace Stanch.Cli.CommandLine;

/// <summary>What is wrong with a command line, in one sentence that names the nearest thing that would be right.</summary>
internal static class UsageErrors
{
    /// <summary>Null where nothing is wrong.</summary>
    public static string? Find(ParseResult result)
    {
        if (result.Action is HelpPage) return null;
        return UnknownOption(result) ?? UnknownWord(result) ?? Misplaced(result) ?? (result.Errors.Count > 0 ? Lower(result.Errors[0].Message) : null);
    }

    /// <summary>True where a command only leads to others, and none of them was named.</summary>
    public static bool LacksVerb(ParseResult result) => result.CommandResult.Command.Action is null && result.UnmatchedTokens.Count == 0 && result.Action is null or ParseErrorAction;

    /// <summary>The command as it was typed: <c>stanch scan git</c>.</summary>
    public static string PathOf(ParseResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result.CommandResult; at is not null; at = at.Parent)
        {
            if (at is CommandResult command) names.Add(command.Command.Name);
        }

        names.Reverse();
        return string.Join(' ', names);
    }

    // The parser takes an option that it does not know for a path.
    private static string? UnknownOption(ParseResult result)
    {
        var suspects = result.UnmatchedTokens.Concat(result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(BeforeDoubleDash(result)));
        if (suspects.FirstOrDefault(word => word.Length > 1 && word[0] == '-') is not { } wrong) return null;
        var name = wrong.Split('=')[0];
        var known = OptionsOf(result).ToList();
        var hint = NearestName.Of(name, known) is { } near ? $"; did you mean '{near}'?"
            : wrong.StartsWith("--", StringComparison.Ordinal) || result.CommandResult.Command.Arguments.Count == 0 ? ""
            : "; what starts with a hyphen and is no option goes behind '--'";
        return $"there is no option '{name}' here{hint}";
    }

    private static Func<ArgumentResult, IEnumerable<string>> BeforeDoubleDash(ParseResult result)
    {
        var end = result.Tokens.ToList().FindIndex(token => token.Type == TokenType.DoubleDash);
        var after = end < 0 ? [] : result.Tokens.Skip(end).ToHashSet(ReferenceEqualityComparer.Instance);
        return argument => argument.Tokens.Where(token => !after.Contains(token)).Select(token => token.Value);
    }

    private static string? UnknownWord(ParseResult result)
    {
        if (result.UnmatchedTokens.Count == 0) return null;
        var word = result.UnmatchedTokens[0];
        var verbs = result.CommandResult.Command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).ToList();
        return verbs.Count > 0
            ? $"there is no command '{word}'{NearestName.Hint(word, verbs)}"
            : $"'{word}' is one argument too many";
    }

    // "stanch scan src git": the parser gives "src" to scan, whose sub-command would never look at it.
    private static string? Misplaced(ParseResult result)
    {
        for (var at = result.CommandResult.Parent; at is not null; at = at.Parent)
        {
            var stray = (at as CommandResult)?.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).FirstOrDefault();
            if (stray is not null) return $"'{stray.Value}' stands before '{result.CommandResult.Command.Name}', which would not look at it: write it after, or as ./{result.CommandResult.Command.Name} if that is a path";
        }

        return null;
    }

    private static IEnumerable<string> OptionsOf(ParseResult result)
    {
        for (SymbolResult? at = result.CommandResult; at is not null; at = at.Parent)
        {
            if (at is not CommandResult { Command: var command }) continue;
            foreach (var option in command.Options.Where(option => !option.Hidden && (option.Recursive || at == result.CommandResult)))
                yield return option.Name;
        }
    }

    private static string Lower(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
