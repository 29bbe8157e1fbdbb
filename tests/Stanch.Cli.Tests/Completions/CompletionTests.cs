using Stanch.Cli.Completions.Shells;
using Stanch.Reporting;

namespace Stanch.Cli.Tests.Completions;

/// <summary>The scripts are read by the real shells, which are then asked what they propose.</summary>
public sealed class CompletionTests
{
    // What stands on the line, some of what is proposed, some of what is not.
    private static readonly (string Line, string[] Proposed, string[] NotProposed)[] s_cases =
    [
        ("stanch ", ["scan", "hook", "doctor", "completions"], ["--report", "git"]),
        ("stanch sc", ["scan"], ["hook"]),
        ("stanch hook ", ["install", "doctor", "run"], ["scan"]),
        ("stanch hook run ", ["pre-commit", "agent"], ["install"]),
        ("stanch scan --re", ["--report"], ["--range", "--version"]),
        ("stanch scan git --r", ["--report", "--range"], ["--from"]),
        ("stanch scan git --exclude ci --s", ["--staged", "--since"], ["--system"]),
        ("stanch scan --report ", ["sarif", "json"], ["scan", "--report"]),
        ("stanch scan --fail-on ", ["likely", "never"], ["critical"]),
        ("stanch hook run agent --agent ", ["claude", "cursor"], ["all"]),
        ("stanch hook install pre-", ["pre-commit", "pre-receive"], ["commit-msg"]),
        ("stanch guide --format ", ["markdown"], ["sarif"]),
        ("stanch completions ", ["bash", "powershell"], ["scan"]),
        ("stanch ci --system git", ["github-actions", "gitlab"], ["azure-pipelines"]),
        ("stanch scan fol", ["folder"], ["scan"]),
        ("stanch guide circleci-project", ["circleci-project-token"], ["site"]),
        ("stanch detectors show slack-bot", ["slack-bot-token"], ["stripe-secret-key"]),
        ("stanch --h", ["--help"], ["--report"]),
    ];

    public static TheoryData<string> Shells => [.. ShellScripts.All.Select(script => script.Name)];

    [Fact]
    public void EveryShellIsListed() =>
        ShellScripts.All.Select(script => script.GetType()).ShouldBe(typeof(IShellScript).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IShellScript))), ignoreOrder: true);

    [Fact]
    public void BashProposesWhatFits()
    {
        using var here = Place("bash");
        Check(line =>
        {
            var words = line.Split(' ');
            return here.Shell("bash", "--norc", "-c", $"source ../script; COMP_WORDS=({string.Join(' ', words.Select(word => $"'{word}'"))}); COMP_CWORD={words.Length - 1}; _stanch 2>/dev/null; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
        });
    }

    [Fact]
    public void BashProposesWhatComesAfterAnEqualsSign()
    {
        using var here = Place("bash");
        string Ask(string words, int at) => here.Shell("bash", "--norc", "-c", $"source ../script; COMP_WORDS=({words}); COMP_CWORD={at}; _stanch 2>/dev/null; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
        Ask("stanch scan --fail-on =", 3).ShouldContain("likely");
        Ask("stanch scan --fail-on = li", 4).Trim().ShouldBe("likely");
        Ask("stanch scan --report sarif = fol", 5).Trim().ShouldBe("folder");
        Ask("stanch scan --fail-on = likely --min-severity hi", 6).Trim().ShouldBe("high");
        Ask("stanch scan --detectors slack-bot-token,circleci-project", 3).Trim().ShouldBe("slack-bot-token,circleci-project-token");
    }

    [Fact]
    public void TheScriptForBashIsSound()
    {
        using var here = Place("bash");
        here.Shell("shellcheck", "--shell=bash", "../script");
    }

    [Fact]
    public void FishProposesWhatFits()
    {
        using var here = Place("fish");
        Check(line => string.Join('\n', here.Shell("fish", "--no-config", "-c", $"source ../script; complete -C '{line}'").Split('\n').Select(row => row.Split('\t')[0].TrimEnd('/'))));
    }

    [Fact]
    public void ZshProposesWhatFits()
    {
        using var here = Place("zsh");
        // The completion system runs only where somebody types, so a terminal is made, and what is proposed is written to a file.
        here.File("../setup.zsh", """
            PROMPT=READY
            stty columns 200
            autoload -Uz compinit
            compinit -u -D
            source ../script
            compadd() {
                if [[ $*[1,(i)--] != *-[OAD]* ]]; then
                    local -a hits
                    builtin compadd -A hits "$@"
                    print -l -- $hits >> ../proposed
                fi
                builtin compadd "$@"
            }
            finish() { print -- "== end" >> ../proposed; zle kill-whole-line; zle -R; print DONE }
            zle -N finish
            bindkey "^I" complete-word "^X" finish

            """);
        here.File("../ask.zsh", """
            zmodload zsh/zpty
            zpty ask zsh -f -i
            zpty -w ask 'source ../setup.zsh'
            zpty -r ask text '*READY*'
            while IFS= read -r line; do
                zpty -n -w ask "$line"$'\t\x18'
                zpty -r ask text '*DONE*'
            done

            """);
        var lines = s_cases.Select(each => each.Line).ToList();
        here.Shell("sh", "-c", $"printf '%s\\n' {string.Join(' ', lines.Select(line => $"'{line}'"))} | timeout 100 zsh -f ../ask.zsh");
        var answers = here.Read("../proposed").Split("== end\n");
        Check(line => answers[lines.IndexOf(line)]);
    }

    [Fact]
    public void PowerShellReadsItsScriptWhereItIsInstalled()
    {
        using var here = Place("powershell");
        if (!here.Shell("sh", "-c", "command -v pwsh || echo none").Contains("pwsh")) Assert.Skip("there is no pwsh here");
        here.Shell("pwsh", "-NoProfile", "-Command", "$e = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('../script', [ref]$null, [ref]$e); if ($e) { exit 1 }");
    }

    [Theory, MemberData(nameof(Shells))]
    public void EveryFormatIsInEveryScript(string shell)
    {
        using var here = new Sandbox();
        var script = here.Stanch("completions", shell).ShouldExit(0).Output;
        foreach (var format in ReportFormats.All) script.ShouldContain(format.Name);
    }

    [Fact]
    public void AnotherShellIsRefused()
    {
        using var here = new Sandbox();
        here.Stanch("completions", "tcsh").ShouldExit(2).Error.ShouldContain("tcsh");
    }

    private static void Check(Func<string, string> ask)
    {
        foreach (var (line, proposed, not) in s_cases)
        {
            var words = ask(line).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()).ToList();
            foreach (var word in proposed) words.ShouldContain(word, $"after '{line}'");
            foreach (var word in not) words.ShouldNotContain(word, $"after '{line}'");
        }
    }

    private static Sandbox Place(string shell)
    {
        var here = new Sandbox().File("folder/file.txt", "");
        return here.File("../script", here.Stanch("completions", shell).ShouldExit(0).Output)
            .With("PATH", $"{Path.GetDirectoryName(Sandbox.Program)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
    }
}
