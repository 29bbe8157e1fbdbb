using System.Text.RegularExpressions;
using Stanch.Detection;
using Stanch.Reporting.Html;

namespace Stanch.Reporting.Tests;

public sealed partial class HtmlFormatTests
{
    private static readonly string Page = Written.TextAs("html", SampleReport.Rich);

    [GeneratedRegex("<li class=\"finding[^>]*>")]
    private static partial Regex Item { get; }

    [GeneratedRegex("(src|href)=\"(?!#)|url\\(|@import|https?://[^<]*\"")]
    private static partial Regex Reference { get; }

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Tag { get; }

    [GeneratedRegex("(?<=script-src )'sha256-[^']*'")]
    private static partial Regex ScriptHash { get; }

    [GeneratedRegex("<dt>Ignore</dt><dd><code>.*?</code></dd>")]
    private static partial Regex IgnoreCommand { get; }

    [Fact]
    public async Task InABrowserTheScriptRunsAndThePolicyHasNothingToRefuse()
    {
        var (dom, console) = await Chromium.OpenAsync(Page);
        dom.ShouldContain("30 of 30 shown");
        console.ShouldNotContain("Content Security Policy");
        console.ShouldNotContain("CONSOLE");
        dom.ShouldContain("odd/&lt;script&gt;alert(1)&lt;/script&gt;.html");
    }

    [Fact]
    public async Task WithoutScriptEveryFindingIsThereToRead()
    {
        var (dom, _) = await Chromium.OpenAsync(ScriptHash.Replace(Page, "'none'"));
        Item.Count(dom).ShouldBe(30);
        dom.ShouldContain("aria-label=\"Filter the findings\" hidden");
        dom.ShouldNotContain("of 30 shown");
        Item.Matches(dom).ShouldAllBe(item => !item.Value.Contains("hidden"));
    }

    [Theory]
    [InlineData("search.value = 'deploy/run.sh';", 1)]
    [InlineData("search.value = '  CONFIG/OLD   checksum ';", 1)]
    [InlineData("search.value = 'nothing like this';", 0)]
    [InlineData("form.elements.blocking.checked = true;", 25)]
    [InlineData("form.querySelector('[value=confirmed]').checked = form.querySelector('[value=likely]').checked = false;", 5)]
    [InlineData("form.querySelector('[value=critical]').checked = false;", 8)]
    public async Task SearchAndFilterHideWhatDoesNotFit(string act, int shown)
    {
        var (dom, _) = await Chromium.OpenAsync(WithScript($"const form = document.forms.filter, search = form.elements.search; {act} form.dispatchEvent(new Event('input'));"));
        dom.ShouldContain($"{shown} of 30 shown");
        Item.Matches(dom).Count(item => !item.Value.Contains("hidden")).ShouldBe(shown);
    }

    [Fact]
    public async Task ASlashGoesToTheSearch()
    {
        var (dom, _) = await Chromium.OpenAsync(WithScript("document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true })); document.title = document.activeElement.id;"));
        dom.ShouldContain("<title>search</title>");
    }

    [Fact]
    public async Task APolicyThatNamesHashesRefusesAnyOtherScript()
    {
        var (dom, console) = await Chromium.OpenAsync(Page.Replace("</body>", "<script>document.title = 'owned'</script></body>", StringComparison.Ordinal));
        dom.ShouldNotContain("<title>owned");
        console.ShouldContain("Content Security Policy");
    }

    [Fact]
    public void ThePageNeedsNothingFromElsewhere() => Reference.Matches(Page).Select(match => match.Value).ShouldBeEmpty();

    [Fact]
    public void TheSearchAndTheLandmarksAreThereForEveryone()
    {
        foreach (var part in new[] { "<html lang=\"en\">", "<header>", "<main id=\"main\">", "<footer>", "role=\"search\"", "<legend>Evidence</legend>", "href=\"#main\"", "<output id=\"count\"" })
            Page.ShouldContain(part);
    }

    [Fact]
    public void NoTextThatWasScannedAddsAnElement() => Gen.String.Sample(text =>
    {
        var plain = Tag.Matches(One("a")).Select(tag => tag.Value);
        Tag.Matches(One(text + "<b onclick='x'>\"&")).Select(tag => tag.Value).ShouldBe(plain);
    });

    [Fact]
    public void EscapedTextHoldsNothingThatMarkupKnows() =>
        Gen.String.Sample(text => HtmlPage.Escape(text).ShouldNotContain(letter => "<>\"'".Contains(letter)));

    /// <summary>Without the command that is there only for a path that can be typed.</summary>
    private static string One(string text) => IgnoreCommand.Replace(Written.TextAs("html", SampleReport.Clean with
    {
        Target = text,
        Coverage = new Coverage(1, 1, [new CoverageGap(text, GapKind.Corrupt, text)], [text]),
        Findings =
        [
            Fake.On($"{text} {{}}", 2, Fake.Token, Fake.TokenSecret(1), new Provenance.Commit("r", text, new CommitInfo(text, text, Fake.Noon, text)), Evidence.Likely, text) with
            {
                Ignored = null,
                Facts = [new Fact(text, text)],
            },
        ],
    }), "");

    /// <summary>The page with its policy lifted, so that a test can act in it.</summary>
    private static string WithScript(string script) => Page
        .Replace("http-equiv=\"Content-Security-Policy\"", "name=\"lifted\"", StringComparison.Ordinal)
        .Replace("</body>", $"<script>{{ {script} }}</script></body>", StringComparison.Ordinal);
}
