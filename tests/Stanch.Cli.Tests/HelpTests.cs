using System.Text;
using System.Text.RegularExpressions;

namespace Stanch.Cli.Tests;

/// <summary>The help of every verb is approved text: what scripts and people rely on does not change by accident.</summary>
public sealed partial class HelpTests
{
    public static TheoryData<string> Verbs => [.. AllVerbs("")];

    [Theory, MemberData(nameof(Verbs))]
    public void TheHelpOfAVerbIsApproved(string verb)
    {
        using var here = new Sandbox();
        var help = here.Stanch([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).ShouldExit(0);
        help.Error.ShouldBeEmpty();
        Approved.Check(Encoding.UTF8.GetBytes(help.Output), $"help-{(verb.Length == 0 ? "stanch" : verb.Replace(' ', '-'))}", "txt");
    }

    // Found as a person would: from the help of the verb above.
    private static IEnumerable<string> AllVerbs(string verb)
    {
        yield return verb;
        using var here = new Sandbox();
        var help = here.Stanch([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output;
        var commands = help.IndexOf("\nCommands:\n", StringComparison.Ordinal);
        if (commands < 0) yield break;
        foreach (Match line in CommandLine().Matches(help[commands..]))
        {
            foreach (var below in AllVerbs($"{verb} {line.Groups[1].Value}".Trim())) yield return below;
        }
    }

    [GeneratedRegex(@"^  ([a-z][a-z-]*)  ", RegexOptions.Multiline)]
    private static partial Regex CommandLine();
}
