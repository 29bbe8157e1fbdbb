namespace Stanch.Cli.Completions.Shells;

/// <summary>For fish 3: https://fishshell.com/docs/current/completions.html.</summary>
internal sealed class FishScript : IShellScript
{
    public string Name => "fish";

    public string Advice => "stanch completions fish > ~/.config/fish/completions/stanch.fish";

    public void Write(CompletedCommand root, TextWriter output)
    {
        output.WriteLine("function __stanch_path");
        output.WriteLine("    set -l path stanch");
        output.WriteLine("    set -l is_value 0");
        output.WriteLine("    for word in (commandline -opc)[2..-1]");
        output.WriteLine("        if test $is_value = 1");
        output.WriteLine("            set is_value 0");
        output.WriteLine("            continue");
        output.WriteLine("        end");
        output.WriteLine("        switch \"$path $word\"");
        output.WriteLine($"            case {Quoted(root.All.Skip(1).Select(command => command.Path))}");
        output.WriteLine("                set path \"$path $word\"");
        output.WriteLine($"            case {Quoted(ShellScripts.ByValue(root).SelectMany(group => group.Options))}");
        output.WriteLine("                set is_value 1");
        output.WriteLine("        end");
        output.WriteLine("    end");
        output.WriteLine("    echo $path");
        output.WriteLine("end");
        output.WriteLine();
        output.WriteLine("function __stanch_at");
        output.WriteLine("    test (__stanch_path) = \"$argv\"");
        output.WriteLine("end");
        output.WriteLine();
        output.WriteLine("complete -c stanch -f");
        foreach (var command in root.All) WriteCommand(command, output);
    }

    private static void WriteCommand(CompletedCommand command, TextWriter output)
    {
        var here = $"complete -c stanch -n '__stanch_at {command.Path}'";
        output.WriteLine();
        foreach (var verb in command.Verbs) output.WriteLine($"{here} -a {verb.Name} -d {Quoted(verb.Summary)}");
        foreach (var option in command.Options) output.WriteLine($"{here}{string.Concat(option.Names.Select(Named))}{(option.Value is { } value ? Proposed(value, isOption: true) : "")} -d {Quoted(option.Summary)}");
        if (command.Arguments is [.., var argument] && argument.Kind != ValueKind.Any) output.WriteLine($"{here}{Proposed(argument, isOption: false)}");
    }

    private static string Named(string name) => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}";

    private static string Proposed(CompletedValue value, bool isOption) => value.Kind switch
    {
        ValueKind.Files => isOption ? " -r -F" : " -F",
        _ when Words(value) is { } words => $"{(isOption ? " -x" : "")} -a {words}",
        _ => " -x",
    };

    private static string? Words(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => Quoted(string.Join(' ', value.Words)),
        ValueKind.Folders => "'(__fish_complete_directories (commandline -ct))'",
        ValueKind.Detectors => $"'(command {ShellScripts.AskForIds} 2>/dev/null)'",
        _ => null,
    };

    private static string Quoted(IEnumerable<string> texts) => string.Join(' ', texts.Select(Quoted));

    private static string Quoted(string text) => $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
