using System.CommandLine;
using System.Globalization;
using Stanch.Cli.CommandLine;
using Stanch.Platforms.Builds;
using Stanch.Policy;

namespace Stanch.Cli.Manual;

/// <summary>The man page: what the help says of every command, and what holds for all of them.</summary>
internal static class ManPage
{
    /// <summary>Set by whoever builds a package that is the same each time: https://reproducible-builds.org/specs/source-date-epoch/.</summary>
    private const string DayVariable = "SOURCE_DATE_EPOCH";

    private static readonly (ExitCode Code, string Text)[] s_exits =
    [
        (ExitCode.Clean, "Nothing blocks, and everything was read."),
        (ExitCode.Blocking, "Findings that the policy blocks."),
        (ExitCode.Usage, "The command line or a configuration is wrong."),
        (ExitCode.Incomplete, "Nothing blocks, but something could not be read, or the scan was stopped; of 'stanch doctor': there is a problem."),
        (ExitCode.InternalError, "Stanch itself failed."),
    ];

    private static readonly (string Name, string Text)[] s_variables =
    [
        ("STANCH_CONFIG", "The organisation's configuration file."),
        ("XDG_CONFIG_HOME", "The user's configuration is stanch/config.yaml below it; ~/.config by default."),
        ("XDG_STATE_HOME", "The key that signs what scans of a history keep is in stanch below it; ~/.local/state by default."),
        ("CI, NO_COLOR", "No colour and no progress; no colour."),
        ($"{BuildReader.BeforeVariable}, {BuildReader.TargetVariable}", "For 'stanch ci': where the branch stood before this push, and the branch that a pull request leads to, where the CI system does not tell."),
        ("HTTPS_PROXY, ALL_PROXY, NO_PROXY", "The proxy through which 'stanch check' asks providers, and hosts that need none."),
        ("SSL_CERT_FILE, SSL_CERT_DIR", "The authorities that 'stanch check' trusts, in place of the system's."),
        ("STANCH_DEBUG", "Shows the stack when Stanch itself fails."),
    ];

    private static readonly (string Name, string Text)[] s_files =
    [
        (ConfigurationSources.FileName, "What is read, let be and blocked in a project, or in a folder of it."),
        (EffectiveConfiguration.DefaultBaseline, "The findings that were accepted at a point in time."),
        ("~/.config/stanch/config.yaml", "The user's own configuration."),
        (".git/stanch", "What scans of the history keep for the next one; no value of a secret is in it."),
    ];

    /// <summary>The day that the page names.</summary>
    public static DateOnly Day(Invocation here) => DateOnly.FromDateTime(
        long.TryParse(here.Variable(DayVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : here.Time.GetUtcNow().UtcDateTime);

    public static void Write(Command root, DateOnly day, TextWriter output)
    {
        var page = new Roff(output);
        page.Title(root.Name, day, $"{root.Name} {ProgramVersion.Text}");
        page.Section("NAME");
        // What "man -k" shows: no sentence, and a hyphen between.
        output.WriteLine($"{root.Name} \\- finds secrets wherever they hide, and leads the way back when one has leaked");
        page.Section("SYNOPSIS");
        page.Lines(Notation.UsageOf(root, root.Name));
        page.Section("DESCRIPTION");
        page.Text("Stanch finds API keys, tokens, passwords and private keys in folders, in what is staged, and in the whole history of a git repository; it says what each one is, how sure it is and why, and what to do next.");
        page.Text("Everything runs on this machine; only 'stanch check' asks a provider, and only when it is told to.");
        page.Section("OPTIONS");
        foreach (var option in Shown(root)) page.Item(Notation.Of(option), option.Description ?? "");
        page.Section("COMMANDS");
        foreach (var verb in root.Subcommands.Where(verb => !verb.Hidden)) WriteCommand(page, verb, $"{root.Name} {verb.Name}");
        List(page, "EXIT STATUS", s_exits.Select(exit => (((int)exit.Code).ToString(CultureInfo.InvariantCulture), exit.Text)));
        List(page, "ENVIRONMENT", s_variables);
        List(page, "FILES", s_files);
        page.Section("SEE ALSO");
        output.WriteLine(".BR git (1),");
        output.WriteLine(".BR githooks (5)");
    }

    private static void WriteCommand(Roff page, Command command, string path)
    {
        page.Part(path);
        page.Text(command.Description ?? "");
        page.Paragraph();
        page.Lines(Notation.UsageOf(command, path));
        foreach (var argument in command.Arguments) page.Item(argument.Name, argument.Description ?? "");
        foreach (var option in Shown(command)) page.Item(Notation.Of(option), option.Description ?? "");
        foreach (var verb in command.Subcommands.Where(verb => !verb.Hidden)) WriteCommand(page, verb, $"{path} {verb.Name}");
    }

    private static void List(Roff page, string title, IEnumerable<(string Name, string Text)> items)
    {
        page.Section(title);
        foreach (var (name, text) in items) page.Item(name, text);
    }

    private static IEnumerable<Option> Shown(Command command) => command.Options.Where(option => !option.Hidden);
}
