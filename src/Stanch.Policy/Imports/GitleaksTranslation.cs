using System.Text;
using Stanch.Detection;
using Stanch.Policy.Imports.Patterns;

namespace Stanch.Policy.Imports;

/// <summary>Gathers what a gitleaks configuration says, in our terms.</summary>
internal sealed class GitleaksTranslation(Func<string, string?> detectorOf)
{
    private const int MostStopwordText = 3000;

    private readonly List<IForeignIdentity> _identities = [];
    private readonly List<string> _excludes = [];
    private readonly List<NewIgnore> _ignores = [];
    private readonly List<string> _disabled = [];
    private readonly List<ImportedDetector> _detectors = [];
    private readonly List<NotCarriedOver> _left = [];
    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    public ForeignIgnores Result(string tool) => new()
    {
        Tool = tool,
        Identities = _identities,
        Excludes = [.. _excludes.Distinct()],
        Ignores = [.. _ignores.Distinct()],
        DisabledDetectors = [.. _disabled.Distinct()],
        Detectors = _detectors,
        NotCarriedOver = _left,
    };

    public void Leave(string what, string why) => _left.Add(new NotCarriedOver(what, why));

    public void Disable(string rule)
    {
        if (detectorOf(rule) is { } id) _disabled.Add(id);
        else Leave($"disabled rule {rule}", "no detector here answers to it; name ours under detectors.disable");
    }

    public void Rule(TomlTree rule)
    {
        var id = rule.Text("id") ?? "a rule without an id";
        if (rule.Text("regex") is not null && GitleaksRule.Translate(rule, Leave) is { } detector)
        {
            _detectors.Add(detector);
            _own[id] = detector.Id;
        }
        else if (rule.Text("regex") is null && rule.Text("path") is not null)
        {
            Leave($"rule {id}", "it finds files by name alone; there is no such detector here");
        }
        foreach (var list in rule.Tables("allowlist").Concat(rule.Tables("allowlists"))) AllowFor(GitleaksAllowlist.Of(list), id);
    }

    public void AllowFor(GitleaksAllowlist list, string rule)
    {
        if ((_own.GetValueOrDefault(rule) ?? detectorOf(rule)) is { } detector) Allow(list, detector);
        else Leave($"allowlist of rule {rule}{(list.Description is { } text ? $" ({text})" : "")}", "no detector here answers to that rule; write an ignore with 'detector' once you know ours");
    }

    /// <param name="list">What is allowed.</param>
    /// <param name="detector">Our detector that it is for; null for all.</param>
    public void Allow(GitleaksAllowlist list, string? detector)
    {
        var template = new NewIgnore { Detector = detector, Reason = list.Description ?? "imported from gitleaks" };
        var paths = list.Paths.SelectMany(Globs).ToList();
        var patterns = Patterns(list).ToList();
        if (list.NeedsAll && Kinds(list) > 1) AllowAll(list, template, paths, patterns);
        else AllowAny(list, template, paths, patterns);
    }

    private static int Kinds(GitleaksAllowlist list) => new[] { list.Commits, list.Paths, list.Regexes, list.Stopwords }.Count(kind => kind.Count > 0);

    private void AllowAny(GitleaksAllowlist list, NewIgnore template, List<string> paths, List<NewIgnore> patterns)
    {
        _identities.AddRange(list.Commits.Select(commit => new CommitIdentity(commit.ToLowerInvariant(), template.Detector, list.Description)));
        if (template.Detector is null) _excludes.AddRange(paths);
        else _ignores.AddRange(paths.Select(path => template with { Path = path }));
        _ignores.AddRange(patterns.Select(pattern => pattern with { Detector = template.Detector, Reason = template.Reason }));
    }

    private void AllowAll(GitleaksAllowlist list, NewIgnore template, List<string> paths, List<NewIgnore> patterns)
    {
        var name = $"allowlist {list.Description ?? "without a description"}";
        if (list.Commits.Count > 0) Leave(name, "it needs a commit and something else at once; ignores here know no commits");
        else if (list.Regexes.Count > 0 && list.Stopwords.Count > 0) Leave(name, "it needs an expression and a stopword at once; an ignore here has one pattern");
        else _ignores.AddRange(paths.SelectMany(path => patterns.Select(pattern => pattern with { Path = path, Detector = template.Detector, Reason = template.Reason })));
    }

    private IReadOnlyList<string> Globs(string regex)
    {
        try
        {
            return PathGlobs.Of(GoRegexParser.Parse(regex));
        }
        catch (GoRegexException wrong)
        {
            Leave($"path {regex}", $"no glob says the same: it {wrong.Message}");
            return [];
        }
    }

    private IEnumerable<NewIgnore> Patterns(GitleaksAllowlist list)
    {
        var target = list.Target == "secret" ? IgnoreTarget.Secret : IgnoreTarget.Line;
        foreach (var regex in list.Regexes)
        {
            if (Pattern(regex) is not { } pattern) continue;
            if (list.Target == "match") Leave($"expression {regex}", "carried over, and now looked for in the whole line where it was in the rule's match");
            yield return new NewIgnore { Pattern = pattern, Target = target };
        }
        foreach (var words in Chunks(list.Stopwords)) yield return new NewIgnore { Pattern = words, Target = IgnoreTarget.Secret };
    }

    private string? Pattern(string regex)
    {
        string? problem;
        try
        {
            var pattern = DotNetPattern.Write(GoRegexParser.Parse(regex));
            if (UserRegex.TryCreate(pattern, out problem) is not null) return pattern;
        }
        catch (GoRegexException wrong)
        {
            problem = $"it {wrong.Message}";
        }
        Leave($"expression {regex}", problem!);
        return null;
    }

    // A secret with one of the words in it, in any case.
    private static IEnumerable<string> Chunks(IReadOnlyList<string> stopwords)
    {
        var chunk = new StringBuilder();
        foreach (var word in stopwords.Where(word => word.Length > 0))
        {
            if (chunk.Length > MostStopwordText)
            {
                yield return $"(?i:{chunk})";
                chunk.Clear();
            }
            chunk.Append(chunk.Length > 0 ? "|" : "").Append(string.Concat(word.Select(PatternText.Literal)));
        }
        if (chunk.Length > 0) yield return $"(?i:{chunk})";
    }

    private sealed record CommitIdentity(string Commit, string? Detector, string? Reason) : IForeignIdentity
    {
        public string Text => $"commit {Commit}";
        public bool IsForOnePath => true;

        public bool Matches(Finding finding, string path) =>
            (Detector is null || Detector == finding.Detector.Id) && finding.Provenance is Provenance.Commit commit && commit.Introduced.Id == Commit;
    }
}
