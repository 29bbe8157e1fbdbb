using Stanch.Detection;
using Stanch.Reporting;

namespace Stanch.Cli.CommandLine;

/// <summary>The words of the vocabulary as they are typed.</summary>
internal static class Words
{
    /// <summary>For <c>--fail-on</c>: nothing fails the scan.</summary>
    public const string Never = "never";

    /// <exception cref="UsageException">No value has that name.</exception>
    public static T? Parse<T>(string option, string? word, params string[] others)
        where T : struct, Enum
    {
        if (word is null) return null;
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        var at = names.IndexOf(word.ToLowerInvariant());
        return at >= 0 ? Enum.GetValues<T>()[at] : throw new UsageException($"{option} cannot be '{word}'{NearestName.Hint(word, [.. names, .. others])}");
    }

    public static string Of<T>(T value)
        where T : struct, Enum => ReportWords.Of(value);
}
