using System.Globalization;
using System.Text;

namespace Stanch.Sources.Git;

/// <summary>Which commits <c>--range</c> and <c>--since</c> mean, in git's own words.</summary>
internal static class CommitSelection
{
    private static readonly string[] Units = ["second", "minute", "hour", "day", "week", "month", "year"];

    /// <summary>The commits of <c>A..B</c> or <c>A...B</c>, with what further words add or leave out (<c>A..B C ^D</c>). An A of zeros, as hooks and CI systems give for a new branch, leaves nothing out but, in a pre-receive hook, what is there already.</summary>
    /// <exception cref="SourceException">It is no range, or names something that git does not know.</exception>
    public static List<ObjectId> OfRange(GitScan scan, string range, CancellationToken cancellation)
    {
        var words = range.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var others = words.Skip(1).ToArray();
        if (words.Length > 1) range = words[0];
        var dots = range.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) throw new SourceException($"--range {range}: a range has the form A..B, such as main..HEAD; for one commit C^..C.");
        var isNew = dots > 0 && range[..dots].All(letter => letter == '0');
        string[] arguments = !isNew ? ["--end-of-options", range]
            : scan.Git.IsQuarantined ? ["--not", "--all", "--not", "--end-of-options", range[(dots + 2)..].TrimStart('.')]
            : ["--end-of-options", range[(dots + 2)..].TrimStart('.')];
        var output = scan.Git.Run(cancellation, ["rev-list", .. arguments, .. others, "--"]);
        if (!output.Succeeded && !cancellation.IsCancellationRequested) throw Unknown(scan, $"--range {range}", output);
        return Ids(output);
    }

    /// <summary>The commits that the refs reach and that came after a commit or a date.</summary>
    /// <exception cref="SourceException">It is neither.</exception>
    public static List<ObjectId> Since(GitScan scan, string since, IEnumerable<GitRef> refs, CancellationToken cancellation)
    {
        var tips = new StringBuilder(string.Concat(refs.Where(named => !named.IsNotes).Select(named => $"{named.Id}\n")));
        var known = scan.Git.Run(cancellation, "rev-parse", "--quiet", "--verify", "--end-of-options", since + "^{commit}");
        string[] limit = [];
        if (known.Succeeded) tips.Append('^').Append(known.Text.Trim()).Append('\n');
        else if (Date(since) is { } date) limit = ["--since=" + date];
        else if (!cancellation.IsCancellationRequested)
            throw new SourceException($"--since {since}: neither a commit that git knows nor a date such as 2026-01-31 or '2 weeks ago'.{ShallowHint(scan)}");
        var input = Encoding.ASCII.GetBytes(tips.ToString());
        var output = scan.Git.RunWithInput(stream => stream.Write(input), cancellation, ["rev-list", "--ignore-missing", .. limit, "--stdin"]);
        if (!output.Succeeded && !cancellation.IsCancellationRequested) throw Unknown(scan, $"--since {since}", output);
        return Ids(output);
    }

    /// <summary>The commits of a push that the other side does not have.</summary>
    /// <exception cref="SourceException">git does not know what is pushed.</exception>
    public static List<ObjectId> OfPush(GitScan scan, PushedTips pushed, CancellationToken cancellation)
    {
        var lines = new StringBuilder(string.Concat(Parse(pushed.Tips).Select(id => $"{id}\n")));
        foreach (var id in Parse(pushed.Known).Where(scan.Reader.Holds)) lines.Append('^').Append(id).Append('\n');
        // An address instead of a name has no tracking branches, and could be taken for a pattern.
        var remote = pushed.Remote is { Length: > 0 } name && !name.AsSpan().ContainsAny("*?[\\:") ? $"--remotes={name}" : null;
        string[] known = pushed.IsReceiving ? ["--not", "--all"] : remote is not null ? ["--not", remote] : [];
        var input = Encoding.ASCII.GetBytes(lines.ToString());
        var output = scan.Git.RunWithInput(stream => stream.Write(input), cancellation, ["rev-list", "--stdin", .. known]);
        if (!output.Succeeded && !cancellation.IsCancellationRequested)
            throw new SourceException($"git cannot list the commits of this push ({output.Errors.Split('\n')[0]}).{ShallowHint(scan)}");
        return Ids(output);
    }

    /// <summary>Those of the texts that are ids; the id of zeros stands for nothing.</summary>
    public static List<ObjectId> Parse(IEnumerable<string> texts) =>
        [.. texts.Select(text => ObjectId.TryParse(text, out var id) ? id : default).Where(id => !id.IsNull).Distinct()];

    /// <summary>A date in a form that git understands. git itself takes any word for a date ("now"), so what it gets is checked here.</summary>
    private static string? Date(string text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var date)) return date.ToUnixTimeSeconds() > 99_999_999 ? $"@{date.ToUnixTimeSeconds()}" : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = text.ToLowerInvariant().Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words is ["yesterday"] || (words is [var number, var unit, "ago"] && int.TryParse(number, CultureInfo.InvariantCulture, out _) && Units.Contains(unit.TrimEnd('s')))
            ? string.Join('.', words)
            : null;
    }

    private static SourceException Unknown(GitScan scan, string option, GitOutput output) =>
        new($"{option}: git does not know these commits ({output.Errors.Split('\n')[0]}).{ShallowHint(scan)}");

    private static string ShallowHint(GitScan scan) =>
        scan.Repository.IsShallow ? " The clone is shallow: fetch more of its history ('git fetch --unshallow'; in CI a fetch depth of 0)." : " Check the names, or fetch them first.";

    private static List<ObjectId> Ids(GitOutput output) =>
        [.. output.Text.Split('\n').Select(line => ObjectId.TryParse(line, out var id) ? id : default).Where(id => !id.IsNull)];
}
