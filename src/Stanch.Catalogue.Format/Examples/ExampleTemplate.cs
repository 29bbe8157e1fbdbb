using System.Text;
using Stanch.Catalogue.Format.Examples;

namespace Stanch.Catalogue.Format;

/// <summary>A text with placeholders for random ones, so that no repository that holds it looks as if it leaked: see <c>docs/catalogue.md</c>.</summary>
public sealed class ExampleTemplate
{
    private readonly IReadOnlyList<ExamplePart> _parts;

    private ExampleTemplate(IReadOnlyList<ExamplePart> parts) => _parts = parts;

    /// <exception cref="FormatException">A placeholder is unknown or never closed.</exception>
    public static ExampleTemplate Parse(string template) => new(new ExampleParser(template).Parse());

    /// <summary>The text with every placeholder filled; the same for the same state of <paramref name="random"/>, but for keys (<c>{pem:…}</c>).</summary>
    public string Fill(Random random)
    {
        var output = new StringBuilder();
        foreach (var part in _parts)
            part.AppendTo(output, random);
        return output.ToString();
    }
}
