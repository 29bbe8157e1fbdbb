namespace Stanch.Sources.Git;

/// <summary>Which git this source needs.</summary>
internal static class GitVersion
{
    /// <summary><c>--end-of-options</c> came with it; without that a revision could pass for an option.</summary>
    public static readonly Version Needed = new(2, 24);

    /// <summary>Reads "git version 2.39.5 (Apple Git-154)"; null for anything else.</summary>
    public static Version? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 3 || words[0] != "git") return null;
        var numbers = words[2].Split('.').TakeWhile(part => part.All(char.IsAsciiDigit) && part.Length is > 0 and < 6).Take(3);
        return Version.TryParse(string.Join('.', numbers), out var version) ? version : null;
    }
}
