namespace Stanch.Detection;

/// <summary>The lines around a finding. The text is sensitive (it holds this secret and perhaps others); only <see cref="Redacted"/> may be shown unasked.</summary>
public sealed class Snippet
{
    public static readonly Snippet None = new([], 0);

    private readonly IReadOnlyList<SnippetLine> _lines;

    internal Snippet(IReadOnlyList<SnippetLine> lines, int firstLine)
    {
        _lines = lines;
        FirstLine = firstLine;
    }

    /// <summary>1-based number of the first line.</summary>
    public int FirstLine { get; }

    public int Count => _lines.Count;

    /// <summary>The lines with every secret that was found in them redacted; long ones are cut around the secret, with an ellipsis.</summary>
    public IReadOnlyList<string> Redacted() => [.. _lines.Select(line => line.Redacted)];

    /// <summary>The same lines, of which this may be shown: for who knows of more secrets than the scan looked for.</summary>
    /// <exception cref="ArgumentException">It is not one text for each line.</exception>
    public Snippet WithRedacted(IReadOnlyList<string> texts) => texts.Count == Count
        ? new Snippet([.. _lines.Zip(texts, (line, text) => line with { Redacted = text })], FirstLine)
        : throw new ArgumentException("one text for each line is wanted", nameof(texts));

    /// <summary>The lines in clear. Every call is a place to review.</summary>
    public IReadOnlyList<string> Reveal() => [.. _lines.Select(line => line.Text.Reveal())];
}
