namespace Stanch.Cli.Completions.Shells;

/// <summary>
/// For PowerShell 5.1 and later: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter. Where nothing is
/// proposed, PowerShell itself proposes files.
/// </summary>
internal sealed class PowerShellScript : IShellScript
{
    public string Name => "powershell";

    public string Advice => "stanch completions powershell >> $PROFILE";

    public void Write(CompletedCommand root, TextWriter output)
    {
        output.WriteLine("Register-ArgumentCompleter -Native -CommandName stanch -ScriptBlock {");
        output.WriteLine("    param($wordToComplete, $commandAst, $cursorPosition)");
        output.WriteLine("    $commands = @{");
        foreach (var command in root.All) output.WriteLine($"        {Quoted(command.Path)} = {string.Join(", ", Proposals(command).Select(Quoted))}");
        output.WriteLine("    }");
        output.WriteLine("    $values = @{");
        foreach (var (value, options) in ShellScripts.ByValue(root))
        {
            foreach (var option in options) output.WriteLine($"        {Quoted(option)} = {Values(value)}");
        }

        output.WriteLine("    }");
        output.WriteLine("    $arguments = @{");
        foreach (var command in root.All.Where(command => command.Arguments is [.., { Kind: ValueKind.Words or ValueKind.Detectors }])) output.WriteLine($"        {Quoted(command.Path)} = {Values(command.Arguments[^1])}");
        output.WriteLine("    }");
        output.WriteLine(Rest);
    }

    private const string Rest = """
            $path = 'stanch'
            $option = $null
            foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
                if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
                $text = $element.Extent.Text
                if ($option) { $option = $null; continue }
                if ($commands.ContainsKey("$path $text")) { $path = "$path $text" }
                elseif ($values.ContainsKey("$path $text")) { $option = "$path $text" }
            }
            $found = if ($option) { & $values[$option] }
            else {
                $commands[$path] | Where-Object { $wordToComplete -like '-*' -or $_ -notlike '-*' }
                if ($arguments.ContainsKey($path)) { & $arguments[$path] }
            }
            $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                $word, $tip = $_ -split "`t", 2
                if (-not $tip) { $tip = $word }
                [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $tip)
            }
        }
        """;

    // A word, and after a tab what it means: PowerShell flattens lists of lists where they have one item.
    private static IEnumerable<string> Proposals(CompletedCommand command) =>
        command.Verbs.Select(verb => $"{verb.Name}\t{verb.Summary}").Concat(command.Options.SelectMany(option => option.Names.Select(name => $"{name}\t{option.Summary}")));

    private static string Values(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"{{ {string.Join(", ", value.Words.Select(Quoted))} }}",
        ValueKind.Detectors => $"{{ {ShellScripts.AskForIds} 2>$null }}",
        _ => "{ }",
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
