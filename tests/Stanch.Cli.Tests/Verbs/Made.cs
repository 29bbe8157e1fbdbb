namespace Stanch.Cli.Tests.Verbs;

/// <summary>Secrets made up when a test runs, so that none stands in the source.</summary>
internal static class Made
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string SlackToken(int seed)
    {
        var random = new Random(seed);
        return $"xoxb-{Digits(random)}-{Digits(random)}-{random.GetString(Letters, 24)}";
    }

    private static string Digits(Random random) => "1" + random.GetString("123456789", 11);
}
