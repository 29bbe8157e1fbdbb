namespace Stanch.Remediation.Guides.Text;

/// <summary>Sentences on a page of a certain width.</summary>
public static class Prose
{
    /// <summary>The lines of a text; a word that is wider than a line has one of its own.</summary>
    public static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
