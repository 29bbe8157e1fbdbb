using Stanch.Detection;
using Stanch.Sources.Git;

namespace Stanch.Platforms.Builds;

/// <summary>
/// Works out which commits a build brings, and never fewer: what cannot be made out is scanned too, or is an error. See docs/ci.md for the rules.
/// </summary>
public sealed class RangeFinder
{
    private static readonly string[] UsualNames = ["main", "master"];

    private readonly CommitQuestions _git;
    private readonly GitRepository _repository;
    private readonly CiBuild _build;
    private readonly RangeOptions _options;
    private readonly MissingHistory _missing;
    private readonly List<string> _remarks = [];

    public RangeFinder(GitRepository repository, CiBuild build, RangeOptions options)
    {
        (_repository, _build, _options) = (repository, build, options);
        _git = new CommitQuestions(repository);
        _missing = new MissingHistory(repository, options);
    }

    /// <exception cref="BuildException">It cannot be made out; the message says how to mend that.</exception>
    /// <exception cref="SourceException">git is missing or does not accept the repository.</exception>
    public BuildRange Find()
    {
        var heads = Heads();
        var start = Start(heads[0]);
        var commits = _git.Between(start.Commits, heads);
        if (_git.CutOff(commits).Count > 0)
        {
            _missing.Bring(heads, start.Name is null ? "the whole history" : $"all of the commits since {start.Name}");
            start = Start(heads[0]);
            commits = _git.Between(start.Commits, heads);
            if (_git.CutOff(commits).Count > 0) throw _missing.Shallow("all of the commits of this build");
        }

        var (policy, name) = Policy(start, heads[0]);
        return new BuildRange(heads, start.Commits, commits)
        {
            Why = start.Name is null ? "the whole history" : $"what {start.Name} does not have",
            Base = policy,
            BaseName = name,
            IsSettled = policy == heads[0],
            Remarks = [.. _remarks.Distinct()],
        };
    }

    private List<string> Heads()
    {
        if (_options.To is { } to) return [_git.Find(to) ?? throw new BuildException($"--to: git knows no commit '{to}' here: check the name, or fetch it first")];
        var head = _git.Find("HEAD") ?? throw new BuildException("nothing is checked out here: check out the commit that is built, or name it with --to");
        var told = _build.Heads.Where(commit => commit != "HEAD").ToList();
        var known = told.Select(_git.Find).OfType<string>().ToList();
        if (told.Count == 0 || known.Contains(head)) return [head];
        if (known.Count == 0)
            throw new BuildException($"this build is of {string.Join(" or ", told)}, but {head} is checked out, and the other is not here: check out the commit that is built, or name what to scan with --to (--to HEAD for what is checked out)");
        _remarks.Add($"the CI system names {known[0][..12]}, and {head[..12]} is checked out: both are scanned");
        return [head, known[0]];
    }

    private RangeStart Start(string head)
    {
        if (_options.From is { } from) return Named(from);
        if (_build.IsRequest || _options.Target is not null) return Request();
        if (_build.Event == BuildEvent.Push && IsCommit(_build.Before) && Before(_build.Before!) is { } before) return before;
        return SinceDefaultBranch(head);
    }

    private RangeStart Named(string from)
    {
        var commit = _git.Find(from) ?? (_missing.Commit(from) ? _git.Find(from) : null);
        return commit is not null ? new RangeStart([commit], Short(from)) : throw _missing.Absent($"--from: git knows no commit '{from}' here");
    }

    private RangeStart Request()
    {
        var target = _options.Target ?? _build.Target;
        var compared = _build.Base is { } told && IsCommit(told) ? _git.Find(told) : null;
        if (target is null && compared is null)
        {
            target = DefaultBranch() ?? throw new BuildException("the CI system does not tell which branch this pull request leads to: name it with --target");
            _remarks.Add($"the CI system does not tell where this pull request leads to; taken to be {target}, the default branch: --target names another");
        }

        var tip = target is null ? null : _git.FindBranch(target, _options.Remote);
        if (tip is null && (compared is null || _options.MayFetch) && target is not null && _missing.Branch(target)) tip = _git.FindBranch(target, _options.Remote);
        if (tip is null && compared is null) throw _missing.Absent($"the branch '{target}', which this pull request leads to, is not here");
        return tip is var (commit, name)
            ? new RangeStart(compared is null || compared == commit ? [commit] : [commit, compared], name)
            : new RangeStart([compared!], Short(compared!));
    }

    private RangeStart? Before(string before)
    {
        if (_git.Find(before) is null) _missing.Commit(before);
        if (_git.Find(before) is { } commit) return new RangeStart([commit], Short(commit));
        if (_repository.IsShallow) throw _missing.Shallow($"the commit {Short(before)}, where the branch stood before this push,");
        _remarks.Add($"the branch stood at {Short(before)} before, which is no longer here (a forced push?): more is scanned instead");
        return null;
    }

    private RangeStart SinceDefaultBranch(string head)
    {
        if (DefaultBranch() is not { } branch) return Everything("the CI system does not tell what was there before, nor which branch others start from");
        var isOther = _build.Event == BuildEvent.Tag || (_build.Branch is not null && _build.Branch != branch);
        if (_git.FindBranch(branch, _options.Remote) is null && isOther) _missing.Branch(branch);
        if (_git.FindBranch(branch, _options.Remote) is not var (tip, name)) return Everything($"the default branch '{branch}' is not here to compare with");
        return isOther || (_build.Branch is null && tip != head) ? new RangeStart([tip], name) : Everything(null);
    }

    private RangeStart Everything(string? why)
    {
        if (why is not null && _build.Event == BuildEvent.Push) _remarks.Add($"{why}: everything is scanned (--from COMMIT scans what came after)");
        else if (_build.Event == BuildEvent.Push) _remarks.Add("what was there before this push is not known: everything is scanned (--from COMMIT scans what came after)");
        return new RangeStart([], null);
    }

    private string? DefaultBranch()
    {
        if ((_build.DefaultBranch ?? _git.DefaultBranch(_options.Remote)) is { } known) return known;
        var usual = UsualNames.Where(name => _git.FindBranch(name, _options.Remote) is not null).ToList();
        return usual.Count == 1 ? usual[0] : null;
    }

    /// <summary>The commit just before what is scanned. Where everything is, a push may at least not excuse itself.</summary>
    private (string? Commit, string Name) Policy(RangeStart start, string head)
    {
        if (_options.PolicyFrom is { } named)
            return (_git.Find(named) ?? throw _missing.Absent($"--policy-from: git knows no commit '{named}' here"), named);
        if (start.Commits.Count > 0) return (start.Commits[0], start.Name!);
        if (_build.Event != BuildEvent.Push) return (head, "what is checked out, since this build brings nothing");
        return _git.FirstParent(head) is { } parent ? (parent, "the commit before the one that is checked out") : (null, "no commit came before");
    }

    private static bool IsCommit(string? id) => id is not null && id.Trim('0').Length > 0;

    private static string Short(string id) => CiVariables.IsId(id) && id.Length > 12 ? id[..12] : id;

    /// <param name="Commits">Whose history is left out; the first one's decisions are obeyed.</param>
    /// <param name="Name">As a person knows the first; null where nothing is left out.</param>
    private sealed record RangeStart(IReadOnlyList<string> Commits, string? Name);
}
