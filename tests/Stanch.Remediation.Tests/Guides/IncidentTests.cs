using System.Text;
using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Detection.Scanning;
using Stanch.Remediation.Guides;

namespace Stanch.Remediation.Tests.Guides;

public sealed class IncidentTests
{
    private static readonly CommitInfo s_brought = new(new string('a', 40), "Ada <ada@example.com>", new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), "Add");
    private static readonly CommitInfo s_removed = new(new string('b', 40), "Ada <ada@example.com>", new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), "Remove");

    [Theory]
    [InlineData("SHOP_KEY={0}", "SHOP_KEY")]
    [InlineData("export SHOP_KEY=\"{0}\"", "SHOP_KEY")]
    [InlineData("  \"shopKey\": \"{0}\",", "shopKey")]
    [InlineData("shop_key: {0}", "shop_key")]
    [InlineData("config['shop-key'] = '{0}'", "shop-key")]
    [InlineData("key := `{0}`", "key")]
    [InlineData("'shop_key' => '{0}'", "shop_key")]
    [InlineData("Authorization: Bearer {0}", "Authorization")]
    [InlineData("curl https://ada:{0}@acme.example/", null)]
    [InlineData("{0}", null)]
    [InlineData("see {0}", null)]
    public void TheNameIsReadFromTheLine(string line, string? name) =>
        Incident.Of(Find(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Key())), null, hasHistory: false).Variables.ShouldBe(name is null ? [] : [name]);

    [Fact]
    public void TheValueIsNowhere()
    {
        var key = Key();
        var incident = Incident.Of(Find($"SHOP_KEY={key}"), null, hasHistory: true);
        foreach (var format in GuideFormats.All)
            GuideSample.Write(format.Name, GuideSample.Kind with { Incident = incident }).ShouldNotContain(key[10..]);
    }

    [Fact]
    public void AFileThatLiesAsItWasCommittedIsOnePlace()
    {
        var text = $"SHOP_KEY={Key()}";
        Finding[] findings = [.. Find(text), .. Find(text, new Provenance.Commit("r", "a.env", s_brought) { AtHead = true })];
        var place = Incident.Of(findings, null, hasHistory: true).Places.ShouldHaveSingleItem();
        place.Commit.ShouldBe(s_brought.Id);
        place.RemovedBy.ShouldBeNull();
    }

    [Fact]
    public void WhatWasTakenAwaySaysByWhichCommit() =>
        Incident.Of(Find($"K={Key()}", new Provenance.Commit("r", "a.env", s_brought) { Removed = s_removed }), null, hasHistory: true).Places[0].Describe()
            .ShouldBe("a.env:1, since commit aaaaaaaaaaaa by Ada <ada@example.com> on 2026-03-02, taken away by bbbbbbbbbbbb");

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, null)]
    public void WhatIsOnlyAFileIsNotCommittedWhereThereIsAHistoryToTell(bool hasHistory, bool? committed) =>
        Incident.Of(Find($"K={Key()}"), null, hasHistory).IsCommitted.ShouldBe(committed);

    [Fact]
    public void ControlsInAPathAreReplaced() =>
        Incident.Of(Find($"K={Key()}", new Provenance.File("a\u001b[31m\u202eb.env")), null, hasHistory: false).Places[0].Path.ShouldBe("a\uFFFD[31m\uFFFDb.env");

    private static string Key() => ExampleTemplate.Parse("acme_{hex:32}").Fill(new Random(4));

    private static IReadOnlyList<Finding> Find(string text, Provenance? place = null)
    {
        var session = new ScanSession(new Scanner([GuideSample.Detector]));
        session.Accept(new Blob(Encoding.UTF8.GetBytes(text + "\n"), place ?? new Provenance.File("a.env")));
        return [.. session.Findings()];
    }
}
