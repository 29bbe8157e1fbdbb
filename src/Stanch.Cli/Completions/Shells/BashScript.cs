namespace Stanch.Cli.Completions.Shells;

/// <summary>For bash 3.2 and later, with or without the bash-completion package: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html.</summary>
internal sealed class BashScript : IShellScript
{
    public string Name => "bash";

    public string Advice => "stanch completions bash > ~/.local/share/bash-completion/completions/stanch";

    public void Write(CompletedCommand root, TextWriter output)
    {
        output.WriteLine(Helpers);
        output.WriteLine("_stanch() {");
        output.WriteLine("    local cur prev path i");
        output.WriteLine("    COMPREPLY=()");
        output.WriteLine("    path=stanch");
        output.WriteLine("    i=1");
        output.WriteLine("    while [ \"$i\" -lt \"$COMP_CWORD\" ]; do");
        output.WriteLine("        case \"$path ${COMP_WORDS[i]}\" in");
        output.WriteLine($"            {Patterns(root.All.Skip(1).Select(command => command.Path))}) path=\"$path ${{COMP_WORDS[i]}}\" ;;");
        output.WriteLine($"            {Patterns(ShellScripts.ByValue(root).SelectMany(group => group.Options))})");
        output.WriteLine("                i=$((i + 1))");
        output.WriteLine("                if [ \"${COMP_WORDS[i]}\" = = ]; then i=$((i + 1)); fi ;;");
        output.WriteLine("        esac");
        output.WriteLine("        i=$((i + 1))");
        output.WriteLine("    done");
        output.WriteLine(Current);
        output.WriteLine("    case \"$path $prev\" in");
        foreach (var (value, options) in ShellScripts.ByValue(root)) output.WriteLine($"        {Patterns(options)}) {Propose(value)}; return ;;");
        output.WriteLine("    esac");
        output.WriteLine("    case \"$path\" in");
        foreach (var command in root.All) WriteCommand(command, output);
        output.WriteLine("    esac");
        output.WriteLine("}");
        output.WriteLine();
        output.WriteLine("complete -F _stanch stanch");
    }

    private const string Helpers = """
        _stanch_add() {
            local line
            while IFS= read -r line; do COMPREPLY+=("$line"); done
        }

        _stanch_words() { _stanch_add < <(compgen -W "$1" -- "$cur"); }

        _stanch_files() {
            compopt -o filenames 2>/dev/null
            _stanch_add < <(compgen "$1" -- "$cur")
        }

        # The last one of a list with commas between. compgen expands the list itself, once.
        # shellcheck disable=SC2016,SC2034
        _stanch_detectors() {
            local head='' ids
            ids=$(command stanch detectors list --ids 2>/dev/null)
            case "$cur" in *,*) head=${cur%,*}, ;; esac
            _stanch_add < <(compgen -P "$head" -W '$ids' -- "${cur##*,}")
        }

        """;

    // bash makes a word of each equals sign.
    private const string Current = """
            cur=${COMP_WORDS[COMP_CWORD]}
            prev=${COMP_WORDS[COMP_CWORD - 1]}
            if [ "$cur" = = ]; then
                cur=
            elif [ "$prev" = = ]; then
                prev=${COMP_WORDS[COMP_CWORD - 2]}
            fi
        """;

    private static void WriteCommand(CompletedCommand command, TextWriter output)
    {
        output.WriteLine($"        '{command.Path}')");
        output.WriteLine($"            case \"$cur\" in -*) _stanch_words '{string.Join(' ', command.Options.SelectMany(option => option.Names))}'; return ;; esac");
        if (command.Verbs.Count > 0) output.WriteLine($"            _stanch_words '{string.Join(' ', command.Verbs.Select(verb => verb.Name))}'");
        if (command.Arguments is [.., var argument] && Propose(argument) is var proposed and not "true") output.WriteLine($"            {proposed}");
        output.WriteLine("            ;;");
    }

    private static string Propose(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"_stanch_words '{string.Join(' ', value.Words)}'",
        ValueKind.Files => "_stanch_files -f",
        ValueKind.Folders => "_stanch_files -d",
        ValueKind.Detectors => "_stanch_detectors",
        _ => "true",
    };

    private static string Patterns(IEnumerable<string> texts) => string.Join(" | ", texts.Select(text => $"'{text}'"));
}
