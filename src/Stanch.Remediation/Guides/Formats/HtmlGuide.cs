using Stanch.Remediation.Guides.Html;

namespace Stanch.Remediation.Guides.Formats;

/// <summary>One page that needs nothing else.</summary>
internal sealed class HtmlGuide : IGuideFormat
{
    public string Name => "html";

    public string Summary => "A self-contained page.";

    public bool ShowsOneLanguage => false;

    public void Write(GuideDocument guide, TextWriter output, int width)
    {
        var page = new HtmlPage(output);
        page.Line("<!DOCTYPE html>").Line("<html lang=\"en\">").Line("<head>").Line("<meta charset=\"utf-8\">");
        page.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlAssets.OwnPolicy}\">");
        page.Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">").Line("<meta name=\"referrer\" content=\"no-referrer\">");
        page.Element("title", guide.Title).Line().Line($"<style>{HtmlAssets.Style}</style>").Line("</head>").Line("<body>").Line("<main id=\"main\">");
        new HtmlBlocks(page, _ => null).Write(guide);
        page.Line("</main>").Line($"<script>{HtmlAssets.Script}</script>").Line("</body>").Line("</html>");
    }
}
