using Stanch.Catalogue;
using Stanch.Remediation.Guides;
using Stanch.Remediation.Site;
using Stanch.Remediation.Snippets;
using Stanch.Remediation.Tests.Toolchains;

namespace Stanch.Remediation.Tests.Site;

/// <summary>The built-in guides' site, as it lies in a folder, in a real browser.</summary>
public sealed class SiteInABrowserTests : IAsyncLifetime
{
    private const string Shown = "[...document.querySelectorAll('{0}')].filter(element => element.checkVisibility()).length";
    private static readonly Lazy<DirectoryInfo> s_site = new(Write);
    private Browser _browser = null!;

    public static TheoryData<string> Pages =>
        ["index.html", "index.html?q=token", "providers.html", "category/ci-cd.html", "provider/circleci.html", "guide/circleci-project-token.html", "guide/aws-secret-access-key.html", "guide/generic-password.html"];

    public async ValueTask InitializeAsync() => _browser = await Browser.StartAsync();

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    [Fact]
    public async Task AxeFindsNothingInLightAndInDark()
    {
        var axe = await File.ReadAllTextAsync(Path.Join(await NodePackages.FolderAsync(), "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        foreach (var page in Pages.Select(row => row.Data))
        {
            await Open(page);
            await _browser.EvaluateAsync<bool>(axe + ";true");
            foreach (var dark in new[] { false, true })
            {
                await _browser.SetDarkAsync(dark);
                var found = await _browser.EvaluateAsync<string>("axe.run().then(result => [result.passes.length, ...result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html))].join('\\n'))");
                found.ShouldMatch(@"^[1-9][0-9]\z", $"{page}, {(dark ? "dark" : "light")}: at least ten rules hold, none is broken");
            }
        }
    }

    [Fact]
    public async Task PagesRenderAndAskForNothingFromElsewhere()
    {
        foreach (var page in Pages.Select(row => row.Data))
        {
            await Open(page);
            (await _browser.EvaluateAsync<string>("document.querySelector('h1').textContent")).ShouldNotBeEmpty();
            (await _browser.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily")).ShouldContain("system-ui");
        }

        _browser.Complaints.ShouldBeEmpty();
        _browser.Requests.ShouldAllBe(address => address.StartsWith(new Uri(s_site.Value.FullName).AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheQuestionIsTheTitle()
    {
        await Open("guide/circleci-prefixed-project-token.html");
        (await _browser.EvaluateAsync<string>("document.title")).ShouldBe("My CircleCI Project API Token leaked! What should I do?");
        (await _browser.EvaluateAsync<string>("document.querySelector('h1').textContent")).ShouldBe("My CircleCI Project API Token leaked! What should I do?");
    }

    [Theory]
    [InlineData("circleci project", "CircleCI Project API Token")]
    [InlineData("SLACK_BOT_TOKEN", "Slack Bot Token")]
    public async Task TheSearchFindsByNameProviderAndVariable(string typed, string expected)
    {
        await Open("index.html");
        await _browser.EvaluateAsync<bool>($"q.value = '{typed}', q.dispatchEvent(new Event('input')), true");
        (await _browser.EvaluateAsync<string>("[...document.querySelectorAll('#list a')].map(link => link.textContent).join('|')")).Split('|').ShouldContain(expected);
        (await _browser.EvaluateAsync<string>("document.querySelector('#count').textContent")).ShouldMatch(@"^\d+ guides?");
    }

    [Fact]
    public async Task TheSearchOfAnyPageLeadsToTheFirst()
    {
        await Open("index.html?q=nothing+like+this");
        (await _browser.EvaluateAsync<string>("document.querySelector('#count').textContent")).ShouldBe("0 guides");
        (await _browser.EvaluateAsync<string>("document.querySelector('#q').value")).ShouldBe("nothing like this");
        await Open("guide/slack-bot-token.html");
        (await _browser.EvaluateAsync<string>("new URL(document.querySelector('form').action).pathname")).ShouldEndWith("/index.html");
    }

    [Fact]
    public async Task EveryLinkBetweenPagesLeadsSomewhere()
    {
        foreach (var page in Pages.Select(row => row.Data))
        {
            await Open(page);
            var links = await _browser.EvaluateAsync<string>("[...document.querySelectorAll('a')].map(link => link.href).filter(link => link.startsWith('file:')).join('\\n')");
            links.Split('\n').ShouldAllBe(link => File.Exists(new Uri(link).LocalPath));
        }
    }

    [Fact]
    public async Task WithoutScriptsTheTabsStillShowOneLanguage()
    {
        await _browser.SetScriptsAsync(false);
        await Open("guide/circleci-project-token.html");
        var ways = SnippetWay.All.Count;
        (await Count(".snippet")).ShouldBe(ways);
        (await Count(".snippet.python")).ShouldBe(ways);
        (await Count(".copy")).ShouldBe(0);
        // A label that is clicked is what a person without scripts has.
        await _browser.EvaluateAsync<bool>("document.getElementById('lang-go').parentElement.click(), true");
        (await Count(".snippet.go")).ShouldBe(ways);
        (await Count(".snippet.python")).ShouldBe(0);
        await Open("index.html");
        (await Count("main a")).ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task TheKeyboardChoosesALanguageWhichTheNextPageKeeps()
    {
        await Open("guide/circleci-project-token.html");
        await _browser.EvaluateAsync<bool>("document.getElementById('lang-python').focus(), true");
        await _browser.PressAsync("ArrowRight", 39);
        (await Count(".snippet.javascript")).ShouldBe(SnippetWay.All.Count);
        await Open("guide/slack-bot-token.html");
        (await Count(".snippet.javascript")).ShouldBe(SnippetWay.All.Count);
    }

    [Fact]
    public async Task OnPaperThereIsNothingToClick()
    {
        await Open("guide/circleci-project-token.html");
        await _browser.SetPrintAsync(true);
        (await Count(".tabs, .copy, header form")).ShouldBe(0);
        (await Count(".snippet")).ShouldBe(SnippetWay.All.Count);
    }

    [Fact]
    public async Task EveryPieceOfCodeHasACopyButton()
    {
        await Open("guide/circleci-project-token.html");
        (await _browser.EvaluateAsync<int>("document.querySelectorAll('pre:not(:has(.copy))').length")).ShouldBe(0);
        (await _browser.EvaluateAsync<string>("""
            (async () => {
              let copied = "";
              navigator.clipboard.writeText = async text => { copied = text; };
              document.querySelector(".snippet.python .copy").click();
              await new Promise(done => setTimeout(done));
              return copied;
            })()
            """)).ShouldBe("import os\n\ncircle_token = os.environ[\"CIRCLE_TOKEN\"]");
    }

    private Task<int> Count(string selector) => _browser.EvaluateAsync<int>(Shown.Replace("{0}", selector, StringComparison.Ordinal));

    private Task Open(string page) => _browser.OpenAsync(new Uri(s_site.Value.FullName).AbsoluteUri + "/" + page);

    private static DirectoryInfo Write()
    {
        var folder = Directory.CreateTempSubdirectory("stanch-site-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        BuiltInSite.Create().Write(folder.FullName);
        return folder;
    }
}
