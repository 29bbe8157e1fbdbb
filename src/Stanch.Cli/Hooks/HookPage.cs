using Stanch.Cli.CommandLine;
using Stanch.Detection;
using Stanch.Reporting;

namespace Stanch.Cli.Hooks;

/// <summary>
/// What a person sees when a hook stops them: which secret, where, why we are sure, whether it has left the machine, and three ways on. All of it fits
/// one screen, however much was found.
/// </summary>
internal sealed class HookPage(HookVoice voice, HookKind kind)
{
    private const int MostShown = 3;
    private const int MostReasons = 2;
    private const int ShortId = 8;

    /// <param name="findings">Those that block.</param>
    /// <param name="remarks">What else should be known.</param>
    public void Write(IReadOnlyList<Finding> findings, IReadOnlyList<string> remarks)
    {
        var secrets = findings.GroupBy(finding => (finding.Detector.Id, finding.Secret.Reveal())).Select(same => same.ToList()).ToList();
        voice.Headline($"stanch: {Headline(Counted.Of(secrets.Count, "secret"))}");
        foreach (var secret in secrets.Take(MostShown)) WriteSecret(secret);
        if (secrets.Count > MostShown) voice.Line($"… and {secrets.Count - MostShown} more{Everything()}");
        voice.Line();
        voice.Line(Left());
        WriteWays(secrets[0][0]);
        foreach (var remark in remarks.Take(2)) voice.Line($"note: {remark}");
    }

    private string Headline(string secrets) => kind.Name switch
    {
        "pre-commit" => $"{secrets} in what is staged; the commit was not made.",
        "commit-msg" => $"{secrets} in the commit message; the commit was not made.",
        "pre-push" => $"{secrets} in the commits of this push; nothing was pushed.",
        _ => $"{secrets} in the commits of this push; it was refused.",
    };

    private string Left() => kind.Name switch
    {
        "pre-commit" => "It has not left this machine: take it out, and nothing else is to be done.",
        "commit-msg" => "It has not left this machine. git keeps your text: git commit --edit --file \"$(git rev-parse --git-path COMMIT_EDITMSG)\"",
        "pre-push" => "It has not left for this remote. Taking it out in a further commit is not enough: rewrite its commit (git commit --amend, git rebase -i).",
        _ => "It came as far as this server, which refused it and keeps nothing. Rewrite its commit (git commit --amend, git rebase -i), then push again.",
    };

    private string Everything() => kind.Name switch
    {
        "pre-commit" => ": 'stanch scan git --staged' lists all",
        "pre-push" => ": 'stanch scan git' lists all",
        _ => "",
    };

    private void WriteSecret(List<Finding> places)
    {
        var finding = places.MaxBy(place => place.Evidence)!;
        voice.Line();
        voice.Line($"● {finding.Detector.Name}  {finding.Secret.Redacted()}  ({Words.Of(finding.Evidence)}, {Words.Of(finding.Severity)})");
        voice.Line($"  Where  {finding.Provenance.Path}:{finding.Location.Line}:{finding.Location.Column}{Of(finding.Provenance)}{(places.Count > 1 ? $", and {Counted.Of(places.Count - 1, "more place")}" : "")}");
        voice.Line($"  Why    {string.Join(' ', finding.Reasons.Take(MostReasons).Select(Reasons.Explain))}");
    }

    private void WriteWays(Finding finding)
    {
        voice.Line("Three ways on:");
        voice.Line($"  1. Move it away:   {EnvironmentReading.For(finding)}");
        voice.Line($"  2. Not a secret?   {NotASecret(finding)}");
        voice.Line($"  3. All about it:   {Suggestions.Guide(finding.Detector)}");
    }

    // A push cannot excuse itself.
    private string NotASecret(Finding finding) => (kind.IsOnServer, finding.Provenance.Path.StartsWith('<') ? null : Suggestions.Ignore(finding)) switch
    {
        (true, { } command) => $"{command}, on the default branch",
        (true, null) => "ask whoever runs this server",
        (false, { } command) => command,
        _ => "write 'stanch:ignore: reason' at the end of its line",
    };

    private static string Of(Provenance provenance) => provenance switch
    {
        Provenance.Commit { Introduced: var commit } => $"  commit {Short(commit.Id)} by {commit.Author}",
        Provenance.Message { Introduced: { } commit } => $"  by {commit.Author}",
        _ => "",
    };

    private static string Short(string id) => id.Length > ShortId ? id[..ShortId] : id;
}
