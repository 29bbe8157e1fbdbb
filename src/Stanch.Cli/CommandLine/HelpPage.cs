using System.CommandLine;
using System.CommandLine.Invocation;
using Stanch.Remediation.Guides.Text;

namespace Stanch.Cli.CommandLine;

/// <summary>The help of a command, made from what the command declares.</summary>
/// <param name="width">Columns that prose is wrapped at.</param>
internal sealed class HelpPage(int width) : SynchronousCommandLineAction
{
    private const int WidestName = 28;
    private const int LeastProse = 30;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.InvocationConfiguration.Output, parseResult.CommandResult.Command, UsageErrors.PathOf(parseResult));
        return 0;
    }

    private void Write(TextWriter output, Command command, string path)
    {
        foreach (var line in Prose.Wrapped(command.Description ?? "", width)) output.WriteLine(line);
        output.WriteLine();
        WriteUsage(output, command, path);
        Section(output, "Arguments", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(output, "Options", command.Options.Where(option => !option.Hidden).Select(option => (Notation.Of(option), option.Description)));
        Section(output, "Commands", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => (verb.Name, verb.Description)));
    }

    private static void WriteUsage(TextWriter output, Command command, string path)
    {
        var label = "Usage: ";
        foreach (var line in Notation.UsageOf(command, path))
        {
            output.WriteLine(label + line);
            label = "       ";
        }
    }

    private void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        var column = Math.Min(WidestName, all.Max(row => row.Name.Length)) + 4;
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, text) in all) Row(output, name, text ?? "", column);
    }

    // A name that is too wide has its text on the lines below.
    private void Row(TextWriter output, string name, string text, int column)
    {
        var lead = $"  {name}".PadRight(column);
        if (lead.Length > column)
        {
            output.WriteLine(lead);
            lead = new string(' ', column);
        }

        foreach (var line in Prose.Wrapped(text, Math.Max(LeastProse, width - column)))
        {
            output.WriteLine(lead + line);
            lead = new string(' ', column);
        }
    }
}
