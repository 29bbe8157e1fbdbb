namespace Stanch.Cli.Completions.Shells;

/// <summary>For zsh, through <c>_arguments</c>: https://zsh.sourceforge.io/Doc/Release/Completion-System.html.</summary>
internal sealed class ZshScript : IShellScript
{
    public string Name => "zsh";

    public string Advice => "stanch completions zsh > \"${fpath[1]}/_stanch\"";

    // It says which commands the file completes.
    public string FirstLine => "#compdef stanch";

    public void Write(CompletedCommand root, TextWriter output)
    {
        output.WriteLine("__stanch_ids() {");
        output.WriteLine("    local -a ids");
        output.WriteLine($"    ids=(${{(f)\"$(command {ShellScripts.AskForIds} 2>/dev/null)\"}})");
        output.WriteLine("    compadd -- $ids");
        output.WriteLine("}");
        foreach (var command in root.All) WriteCommand(command, output);
        output.WriteLine();
        output.WriteLine("if [ \"$funcstack[1]\" = _stanch ]; then _stanch \"$@\"; else compdef _stanch stanch; fi");
    }

    private static void WriteCommand(CompletedCommand command, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{FunctionOf(command)}() {{");
        output.WriteLine("    local line state context curcontext=\"$curcontext\"");
        output.WriteLine("    typeset -A opt_args");
        output.Write("    _arguments -C");
        foreach (var spec in command.Options.SelectMany(Specs)) Specify(output, spec);
        if (command.Verbs.Count > 0)
        {
            Specify(output, ": :->verb");
            Specify(output, "*::: :->rest");
        }
        else
        {
            for (var i = 0; i < command.Arguments.Count; i++) Specify(output, $"{(i == command.Arguments.Count - 1 ? "*" : "")}:{Message(command.Arguments[i])}:{Action(command.Arguments[i])}");
        }

        output.WriteLine();
        if (command.Verbs.Count > 0) WriteVerbs(command, output);
        output.WriteLine("}");
    }

    private static void WriteVerbs(CompletedCommand command, TextWriter output)
    {
        output.WriteLine("    case $state in");
        output.WriteLine("        verb)");
        output.WriteLine("            local -a verbs");
        output.WriteLine($"            verbs=({string.Join(' ', command.Verbs.Select(verb => Quoted($"{verb.Name}:{verb.Summary}")))})");
        output.WriteLine("            _describe -t commands command verbs");
        if (command.Arguments is [var argument]) output.WriteLine($"            {Action(argument)}");
        output.WriteLine("            ;;");
        output.WriteLine("        rest)");
        output.WriteLine("            words=($line[1] \"${words[@]}\")");
        output.WriteLine("            ((CURRENT += 1))");
        output.WriteLine("            case $line[1] in");
        foreach (var verb in command.Verbs) output.WriteLine($"                {verb.Name}) {FunctionOf(verb)} ;;");
        if (command.Arguments is [var more]) output.WriteLine($"                *) {Action(more)} ;;");
        output.WriteLine("            esac");
        output.WriteLine("            ;;");
        output.WriteLine("    esac");
    }

    private static IEnumerable<string> Specs(CompletedOption option) =>
        option.Names.Select(name => $"{(option.IsRepeatable ? "*" : "")}{name}{(option.Value is null ? "" : name.StartsWith("--", StringComparison.Ordinal) ? "=" : "+")}[{option.Summary.Replace("]", @"\]", StringComparison.Ordinal)}]{(option.Value is { } value ? $":{Message(value)}:{Action(value)}" : "")}");

    private static void Specify(TextWriter output, string spec) => output.Write($" \\\n        {Quoted(spec)}");

    private static string Message(CompletedValue value) => value.Name.Replace(":", @"\:", StringComparison.Ordinal);

    private static string Action(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"({string.Join(' ', value.Words)})",
        ValueKind.Files => "_files",
        ValueKind.Folders => "_files -/",
        ValueKind.Detectors => "__stanch_ids",
        _ => " ",
    };

    private static string FunctionOf(CompletedCommand command) => "_" + command.Path.Replace(' ', '_').Replace('-', '_');

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
