using Stanch.Catalogue.Format;

namespace Stanch.Cli.Tests;

/// <summary>Text that looks like secrets, made anew for each test so that none stands in the repository.</summary>
internal static class Fake
{
    public static string SlackBotToken(int seed = 1) => Fill("xoxb-{digits:12}-{digits:12}-{alnum:24}", seed);

    /// <summary>A line with a password that only the generic detector knows.</summary>
    public static string PasswordLine(int seed = 1) => Fill("DB_PASSWORD = \"{alnum:18}\"", seed);

    public static string Fill(string template, int seed = 1) => ExampleTemplate.Parse(template).Fill(new Random(seed));
}
