using System.Diagnostics;

namespace Stanch.Reporting.Tests;

/// <summary>The real browser. It has to be installed (<c>apt-get install chromium</c>): a page that no browser opened is not tested.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The page as it stands after its script ran, and what the browser had to say about it.</summary>
    public static async Task<(string Dom, string Console)> OpenAsync(string html, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("stanch-chromium-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            await File.WriteAllTextAsync(page, html, TestContext.Current.CancellationToken);
            return await RunAsync([.. arguments, $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--dump-dom", new Uri(page).AbsoluteUri]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string Dom, string Console)> RunAsync(string[] arguments)
    {
        string[] fixedArguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--enable-logging=stderr"];
        var start = new ProcessStartInfo(Find(), [.. fixedArguments, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var browser = Process.Start(start)!;
        var (dom, console) = (browser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
        browser.ExitCode.ShouldBe(0, await console);
        return (await dom, await console);
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The tests of the HTML report need Chromium: apt-get install chromium");
}
