using Stanch.Detection;

namespace Stanch.Policy.Tests.Editing;

public sealed class ConfigurationEditorTests
{
    private static readonly NewIgnore Sample = new() { Path = "tests/**", Detector = "acme-token", Reason = "a fixture: not real", Expires = new DateOnly(2027, 1, 31) };
    private const string Item = "path: 'tests/**'\n    detector: acme-token\n    reason: 'a fixture: not real'\n    expires: 2027-01-31";
    private const string Flow = "{ path: 'tests/**', detector: acme-token, reason: 'a fixture: not real', expires: 2027-01-31 }";

    public static TheoryData<string, string> Insertions => new()
    {
        { "", ConfigurationEditor.Header + "ignore:\n  - " + Item + "\n" },
        { "# only a remark\n", "# only a remark\nignore:\n  - " + Item + "\n" },
        { "failOn: review\n", "failOn: review\nignore:\n  - " + Item + "\n" },
        { "failOn: review # why\n\n# end\n", "failOn: review # why\n\n# end\nignore:\n  - " + Item + "\n" },
        { "failOn: review", "failOn: review\nignore:\n  - " + Item },
        { "ignore:\n  - path: a # why\n# next\nfailOn: review\n", "ignore:\n  - path: a # why\n  - " + Item + "\n# next\nfailOn: review\n" },
        { "ignore:\n- path: a\nfailOn: review\n", "ignore:\n- path: a\n- " + Item.Replace("\n    ", "\n  ") + "\nfailOn: review\n" },
        { "ignore:\n  - path: a", "ignore:\n  - path: a\n  - " + Item },
        { "ignore:   # none yet\nfailOn: review\n", "ignore:   # none yet\n  - " + Item + "\nfailOn: review\n" },
        { "ignore: []\n", "ignore: [" + Flow + "]\n" },
        { "ignore: [{ path: a }] # x\n", "ignore: [{ path: a }, " + Flow + "] # x\n" },
        { "ignore: ~ # none\n", "ignore: [" + Flow + "] # none\n" },
        { "{ failOn: review, }\n", "{ failOn: review, ignore: [" + Flow + "], }\n" },
        { "{}\n", "{ ignore: [" + Flow + "] }\n" },
        { "---\nfailOn: review\n...\n", "---\nfailOn: review\nignore:\n  - " + Item + "\n...\n" },
        { "ignore:\n  - reason: |\n      long\n      words\n    path: a\n\nfailOn: review\n", "ignore:\n  - reason: |\n      long\n      words\n    path: a\n  - " + Item + "\n\nfailOn: review\n" },
        { "ignore:\n  - path: a\n    reason: |\n      long\n\nfailOn: review\n", "ignore:\n  - path: a\n    reason: |\n      long\n\n  - " + Item + "\nfailOn: review\n" },
        { "failOn: review\r\n#\tx\r\n", "failOn: review\r\n#\tx\r\nignore:\r\n  - " + Item.Replace("\n", "\r\n") + "\r\n" },
        { "\uFEFFfailOn: review\n", "\uFEFFfailOn: review\nignore:\n  - " + Item + "\n" },
        { "  failOn: review\n", "  failOn: review\n  ignore:\n    - " + Item.Replace("\n", "\n  ") + "\n" },
    };

    [Theory, MemberData(nameof(Insertions))]
    public void AnIgnoreIsAddedAtTheRightPlace(string before, string after) => ConfigurationEditor.AddIgnore("c", before, Sample).ShouldBe(after);

    [Theory]
    [InlineData("# why\nfailOn: review\n", "# why\nfailOn: review\nexclude:\n  - 'x*'\n")]
    [InlineData("exclude:\n  - a # why\nfailOn: review\n", "exclude:\n  - a # why\n  - 'x*'\nfailOn: review\n")]
    [InlineData("exclude: [a] # why\n", "exclude: [a, 'x*'] # why\n")]
    [InlineData("exclude: []\n", "exclude: ['x*']\n")]
    [InlineData("exclude: [a, 'x*']\n", "exclude: [a, 'x*']\n")]
    [InlineData("{ failOn: review }\n", "{ failOn: review, exclude: ['x*'] }\n")]
    public void AGlobIsAddedOnce(string before, string after) => ConfigurationEditor.AddExclude("c", before, "x*").ShouldBe(after);

    [Theory]
    [InlineData("failOn: review\n", "failOn: review\ndetectors:\n  disable: [acme-key]\n")]
    [InlineData("detectors:\n  enable: [b]\n# end\n", "detectors:\n  enable: [b]\n  disable: [acme-key]\n# end\n")]
    [InlineData("detectors:\n  disable:\n    - a\n  enable: [b]\n", "detectors:\n  disable:\n    - a\n    - acme-key\n  enable: [b]\n")]
    [InlineData("detectors: { disable: [a] }\n", "detectors: { disable: [a, acme-key] }\n")]
    [InlineData("detectors: { enable: [a] }\n", "detectors: { enable: [a], disable: [acme-key] }\n")]
    [InlineData("detectors:\n  disable: [acme-key]\n", "detectors:\n  disable: [acme-key]\n")]
    public void ADetectorIsSwitchedOffOnce(string before, string after) => ConfigurationEditor.DisableDetector("c", before, "acme-key").ShouldBe(after);

    [Theory]
    [InlineData("exclude: ~\n")]
    [InlineData("exclude:\n")]
    public void AListThatIsNoListIsLeftToAPerson(string before) =>
        Should.Throw<ConfigurationException>(() => ConfigurationEditor.AddExclude("c", before, "x*")).Message.ShouldContain("change it by hand");

    [Theory]
    [InlineData("ignore:\n  - path: a\n  - path: b # why\n    reason: r\n  - path: c\n", 1, "ignore:\n  - path: a\n  - path: c\n")]
    [InlineData("ignore:\n  - path: a\n  - path: b", 1, "ignore:\n  - path: a\n")]
    [InlineData("ignore:\n  - path: a\n", 0, "ignore:\n")]
    [InlineData("ignore:\n  -\n    path: a\n  - path: b\n", 0, "ignore:\n  - path: b\n")]
    [InlineData("ignore:\n  - # why\n    path: a\n  - path: b\n", 0, "ignore:\n  - path: b\n")]
    [InlineData("ignore: [{ path: a }, { path: b }]\n", 0, "ignore: [{ path: b }]\n")]
    [InlineData("ignore: [{ path: a }, { path: b }]\n", 1, "ignore: [{ path: a }]\n")]
    [InlineData("ignore: [{ path: a }]\n", 0, "ignore: []\n")]
    public void AnIgnoreIsTakenAwayWithItsLines(string before, int index, string after) =>
        ConfigurationEditor.RemoveIgnore("c", before, Rules(before)[index].Origin.Position!.Value).ShouldBe(after);

    [Fact]
    public void AnIgnoreThatIsNotThereIsAnError() =>
        Should.Throw<ConfigurationException>(() => ConfigurationEditor.RemoveIgnore("c", "ignore: [{ path: a }]", new SourcePosition("c", 9, 9))).Message.ShouldStartWith("c:9:9: no ignore stands here");

    [Theory]
    [InlineData("", ConfigurationEditor.Header + "KEY\n")]
    [InlineData("version: 1 # first\n# then\nfailOn: review\n", "version: 1 # first\nKEY\n# then\nfailOn: review\n")]
    [InlineData("failOn: review\n", "failOn: review\nKEY\n")]
    public void TheKeyIsSetWithACommentThatKeepsScannersQuiet(string before, string after)
    {
        var key = FingerprintKey.Create();
        var text = ConfigurationEditor.SetFingerprintKey("c", before, key);
        text.ShouldBe(after.Replace("KEY", $"fingerprintKey: '{key.Export()}' # stanch:ignore: not a credential, it keys the fingerprints"));
        ConfigurationEditor.SetFingerprintKey("c", text, FingerprintKey.Create()).Length.ShouldBe(text.Length);
    }

    [Fact]
    public void AKeyFileIsNamed() => ConfigurationEditor.SetFingerprintKeyFile("c", "version: 1\n", "~/keys/project").ShouldBe("version: 1\nfingerprintKeyFile: '~/keys/project'\n");

    [Fact]
    public void ABrokenFileIsNotMadeLonger() => Should.Throw<ConfigurationException>(() => ConfigurationEditor.AddIgnore("c", "failon: x\n", Sample)).Message.ShouldStartWith("c:1:1: unknown key 'failon'");

    [Fact]
    public void AnIgnoreOfEverythingIsRefused() => Should.Throw<ConfigurationException>(() => ConfigurationEditor.AddIgnore("c", "", new NewIgnore { Reason = "r" })).Message.ShouldContain("needs at least one of");

    [Fact]
    public void AnyTextIsWrittenSoThatItIsReadBack() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["a'\"\\:#{}[],&*!|>%@`-? \n\t\r\u0085\u2028\uFEFF"], 1, 12]).Where(text => text.Length > 0).Sample(reason =>
        {
            foreach (var before in new[] { "", "ignore: []\n" })
            {
                try
                {
                    Rules(ConfigurationEditor.AddIgnore("c", before, new NewIgnore { Path = "a", Reason = reason }))[0].Reason.ShouldBe(reason);
                }
                catch (ConfigurationException)
                {
                    // Half of a surrogate pair cannot be written in YAML; refusing it is right.
                    reason.ShouldSatisfyAllConditions(text => text.Any(char.IsSurrogate).ShouldBeTrue());
                }
            }
        });

    private static readonly Gen<string> Line = Gen.OneOf("failOn: review", "minSeverity: low # why", "# a remark", "#\ttab", "", "   ", "exclude: [a, b]", "exclude:\n  - a\n  # - b", "maxTime: 5m", "baseline: \"b\"", "detectors: { disable: [x-y] }");
    private static readonly Gen<string> Ignore = Gen.OneOf(
        "", "", "ignore:", "ignore: []", "ignore: [ {path: a}, { path: b , reason: 'x' } ]", "ignore: [\n  {path: a}, # why\n  ]", "ignore:\n- path: a", "ignore:\n\n    - path: a\n      reason: >\n        folded\n        text\n\n    # mine\n    - {path: b}", "ignore:\n  - path: 'a'   # why\n    reason: two\n      lines", "ignore: null");

    private static readonly Gen<string> Document = Gen.Select(Line.List[0, 5], Ignore, Line.List[0, 5], Gen.Bool, Gen.Bool, (before, ignore, after, crlf, final) =>
    {
        // A key may stand once only.
        var seen = new HashSet<string>();
        var lines = before.Append(ignore).Concat(after).Where(line => !line.Contains(':') || seen.Add(line.Split(':')[0]));
        var text = string.Join('\n', lines) + (final ? "\n" : "");
        return crlf ? text.Replace("\n", "\r\n") : text;
    });

    [Fact]
    public void EverythingElseStaysByteIdentical() =>
        Document.Sample(before =>
        {
            var after = ConfigurationEditor.AddIgnore("c", before, Sample);
            var old = before.Length == 0 ? ConfigurationEditor.Header : before;
            IsInsertion(old, after).ShouldBeTrue($"{Show(before)} became {Show(after)}");
            Rules(after).Count.ShouldBe(Rules(old).Count + 1);
            if (old.Contains("\r\n")) after.Replace("\r\n", "").ShouldNotContain('\n');
            after.EndsWith('\n').ShouldBe(old.EndsWith('\n') || old.Length == 0, Show(before));
        }, iter: 2000);

    [Fact]
    public void AddingAndTakingAwayGivesTheSameMeaning() =>
        Document.Sample(before =>
        {
            var after = ConfigurationEditor.AddIgnore("c", before, Sample);
            var removed = ConfigurationEditor.RemoveIgnore("c", after, Rules(after)[^1].Origin.Position!.Value);
            Rules(removed).Select(rule => rule.Path?.Text).ShouldBe(Rules(before).Select(rule => rule.Path?.Text));
        }, iter: 1000);

    // True when the new text is the old one with one piece put in; "ignore: null" loses its null.
    private static bool IsInsertion(string before, string after)
    {
        before = before.Replace("ignore: null", "ignore: ");
        var start = 0;
        while (start < before.Length && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Length - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        return start + end == before.Length;
    }

    private static IReadOnlyList<IgnoreRule> Rules(string text) => ConfigurationReader.Read("c", ConfigurationLayer.Project, "", text).Ignore;

    private static string Show(string text) => text.Replace("\r", "␍").Replace("\n", "⏎");
}
