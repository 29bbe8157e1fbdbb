namespace Stanch.Platforms.Builds;

/// <summary>A text in a log that a CI system takes for a command.</summary>
/// <param name="Text">How it begins.</param>
/// <param name="AtLineStart">True where it counts only as the first text of a line.</param>
public sealed record LogCommand(string Text, bool AtLineStart = false)
{
    /// <summary>The same text, in which no line is a command any more.</summary>
    public static string Defuse(string text, IReadOnlyList<LogCommand> commands)
    {
        foreach (var command in commands)
        {
            if (!text.Contains(command.Text, StringComparison.OrdinalIgnoreCase)) continue;
            text = command.AtLineStart
                ? string.Join('\n', text.Split('\n').Select(line => IsAtStart(line, command.Text) ? line.Insert(line.Length - line.TrimStart().Length, "| ") : line))
                : text.Replace(command.Text, Broken(command.Text), StringComparison.OrdinalIgnoreCase);
        }
        return text;
    }

    private static bool IsAtStart(string line, string text) => line.AsSpan().TrimStart().StartsWith(text, StringComparison.OrdinalIgnoreCase);

    // "##vso[" becomes "# #vso[".
    private static string Broken(string text) => text[..1] + " " + text[1..];
}
