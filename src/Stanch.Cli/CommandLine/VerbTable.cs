using System.Collections;
using System.CommandLine;

namespace Stanch.Cli.CommandLine;

/// <summary>The program's verbs, in the order of the help. A run makes only the one that it is asked for, since each has dozens of options; whoever asks for none, or for one that is not there, needs all.</summary>
internal sealed class VerbTable : IEnumerable<string>
{
    /// <summary>For a verb that writes about all others.</summary>
    public const bool SeesAll = true;

    private readonly List<(string Name, Func<Invocation, Command> Create, bool SeesAll)> _all = [];

    public void Add(string name, Func<Invocation, Command> create, bool seesAll = false) => _all.Add((name, create, seesAll));

    /// <summary>The command of the program itself with the verb that was typed first, or with all.</summary>
    public Command Root(Invocation here, string[] args)
    {
        var root = new Command("stanch", "Finds secrets wherever they hide, and leads the way back when one has leaked.");
        var wanted = _all.FindIndex(verb => args.Length > 0 && verb.Name == args[0]);
        foreach (var (name, create, _) in wanted < 0 || _all[wanted].SeesAll ? _all : [_all[wanted]])
        {
            var command = create(here);
            root.Subcommands.Add(command.Name == name ? command : throw new InvalidOperationException($"the verb '{name}' calls itself '{command.Name}'"));
        }

        return root;
    }

    public IEnumerator<string> GetEnumerator() => _all.Select(verb => verb.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
