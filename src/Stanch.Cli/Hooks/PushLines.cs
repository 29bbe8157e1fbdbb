using System.Text;
using Stanch.Cli.CommandLine;

namespace Stanch.Cli.Hooks;

/// <summary>
/// Reads what git writes to the hooks of a push: <c>local-ref local-id remote-ref remote-id</c> on the pushing side, <c>old-id new-id ref</c> on the
/// receiving one. See https://git-scm.com/docs/githooks. Every line counts; one that broke off is an error, since the ref on it would pass unseen.
/// </summary>
internal static class PushLines
{
    private const int MostBytes = 64 << 20;

    /// <exception cref="UsageException">A line is none of git's, or the text is cut off.</exception>
    public static IReadOnlyList<PushedRef> OfPush(string text) => Parse(text, line =>
    {
        // What was typed as the local ref may hold blanks; the rest cannot.
        var words = line.Split(' ');
        return words.Length >= 4 ? new PushedRef(words[^2], words[^1], words[^3]) : null;
    });

    /// <exception cref="UsageException">A line is none of git's, or the text is cut off.</exception>
    public static IReadOnlyList<PushedRef> OfReceive(string text) => Parse(text, line =>
    {
        var words = line.Split(' ', 3);
        return words.Length == 3 ? new PushedRef(words[2], words[0], words[1]) : null;
    });

    /// <exception cref="UsageException">It is longer than any push.</exception>
    public static string Read(Stream input)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int got; (got = input.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, got);
            if (bytes.Length > MostBytes) throw new UsageException("standard input is longer than any list of refs that git would give to a hook");
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static List<PushedRef> Parse(string text, Func<string, PushedRef?> parse)
    {
        if (text.Length > 0 && !text.EndsWith('\n')) throw new UsageException("standard input was cut off: its last line does not end. The list of refs comes from git; run the hook through a push");
        var refs = new List<PushedRef>();
        foreach (var (index, line) in text.Split('\n')[..^1].Index())
        {
            var parsed = parse(line);
            if (parsed is null || !IsId(parsed.OldId) || !IsId(parsed.NewId))
                throw new UsageException($"line {index + 1} of standard input is not what git tells a hook of a push. The list of refs comes from git; run the hook through a push");
            refs.Add(parsed);
        }

        return refs;
    }

    private static bool IsId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);
}
