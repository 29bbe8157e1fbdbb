using System.Globalization;
using System.Text;

namespace Stanch.Cli.Manual;

/// <summary>Writes the man macros: https://man.openbsd.org/man.7.</summary>
internal sealed class Roff(TextWriter output)
{
    public void Title(string name, DateOnly day, string source) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $".TH {name.ToUpperInvariant()} 1 {day:yyyy-MM-dd} \"{source}\" \"User Commands\""));

    public void Section(string title) => output.WriteLine($".SH \"{title}\"");

    public void Part(string title) => output.WriteLine($".SS \"{Escaped(title)}\"");

    public void Paragraph() => output.WriteLine(".PP");

    /// <summary>Lines that are not filled.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        output.WriteLine(".nf");
        foreach (var line in lines) Text(line);
        output.WriteLine(".fi");
    }

    /// <summary>A name and what it is.</summary>
    public void Item(string name, string text)
    {
        output.WriteLine(".TP");
        output.WriteLine($"\\fB{Escaped(name)}\\fR");
        Text(text);
    }

    public void Text(string text)
    {
        var line = Escaped(text);
        // A line that starts with one of these would be a request.
        output.WriteLine(line.StartsWith('.') || line.StartsWith('\'') ? $"\\&{line}" : line);
    }

    private static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\\') result.Append("\\e");
            else if (rune.Value == '-') result.Append("\\-");
            else if (rune.Value == '"') result.Append("\\(dq");
            else if (rune.IsAscii) result.Append(rune);
            else result.Append(CultureInfo.InvariantCulture, $"\\[u{rune.Value:X4}]");
        }

        return result.ToString();
    }
}
