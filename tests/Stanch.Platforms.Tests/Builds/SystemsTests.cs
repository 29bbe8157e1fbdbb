using Stanch.Platforms.Builds;
using Stanch.Sources.Git;

namespace Stanch.Platforms.Tests.Builds;

/// <summary>Every system and event of <see cref="SystemsTable"/>, against a real repository.</summary>
public sealed class SystemsTests(World world) : IClassFixture<World>
{
    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var row in SystemsTable.Rows) data.Add(row[0], row[1], row[2], row[3], row[4]);
            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void ABuildScansExactlyWhatItBrings(string system, string happened, string checkedOut, string variables, string expected)
    {
        var known = Variables(world, variables);
        var recognised = CiSystems.Recognise(known, null);
        recognised.Id.ShouldBe(system);
        var build = BuildReader.Read(recognised, known);
        build.Event.ToString().ShouldBe(happened);
        var range = new RangeFinder(GitRepository.Discover(world.Clone(checkedOut)), build, new RangeOptions { FullClone = recognised.FullClone }).Find();
        world.Letters(range.Commits).ShouldBe(expected);
        range.Heads[0].ShouldBe(world[checkedOut]);
    }

    [Theory, MemberData(nameof(Ids))]
    public void ASystemIsTriedWithPushesPullRequestsAndTags(string system)
    {
        var events = SystemsTable.Rows.Where(row => row[0] == system).Select(row => row[1]).ToHashSet();
        events.ShouldContain("Push");
        events.ShouldContain("PullRequest");
        // Neither tells of tags in variables of its own.
        if (system is not ("gitea-actions" or "teamcity")) events.ShouldContain("Tag");
    }

    public static TheoryData<string> Ids => [.. CiSystems.All.Select(system => system.Id)];

    [Fact]
    public void NoSystemIsForgotten()
    {
        var classes = typeof(ICiSystem).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICiSystem)));
        CiSystems.All.Select(system => system.GetType()).ShouldBe(classes, ignoreOrder: true);
        CiSystems.All.Select(system => system.Id).ShouldBeUnique();
        CiSystems.All.ShouldAllBe(system => system.FullClone.Length > 0 && system.Id.All(c => char.IsAsciiLetterLower(c) || c == '-'));
        CiSystems.All.SelectMany(system => system.Covers).Distinct().ShouldBeSubsetOf(CiSystems.All.Select(system => system.Id));
    }

    /// <summary>The variables of a row; nothing else is set.</summary>
    internal static CiVariables Variables(World world, string text)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Words(world.Fill(text)))
        {
            var (name, value) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
            if (name == "$EVENT") set["GITHUB_EVENT_PATH"] = world.Event(value);
            else if (name == "$PROPERTIES") set["TEAMCITY_BUILD_PROPERTIES_FILE"] = world.Event($"teamcity.configuration.properties.file={world.Event(value.Replace(';', '\n')).Replace(@"\", @"\\")}");
            else set[name] = value;
        }
        return new CiVariables(set.GetValueOrDefault);
    }

    // A blank inside JSON, or after a backslash, parts no words.
    private static IEnumerable<string> Words(string text)
    {
        var (word, depth) = (new System.Text.StringBuilder(), 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '{') depth++;
            if (c == '}') depth--;
            if (c != ' ' || depth > 0 || text[i - 1] == '\\')
            {
                word.Append(c);
                continue;
            }
            if (word.Length > 0) yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
