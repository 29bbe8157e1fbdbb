namespace Stanch.Remediation.Guides;

/// <summary>A way to write a guide.</summary>
public interface IGuideFormat
{
    /// <summary>As it is typed.</summary>
    string Name { get; }

    /// <summary>One sentence for people who choose.</summary>
    string Summary { get; }

    /// <summary>True where several languages would only bury the text: one is shown, of the reader's choice.</summary>
    bool ShowsOneLanguage { get; }

    /// <param name="guide">What to write.</param>
    /// <param name="output">Lines end with a line feed.</param>
    /// <param name="width">Columns of a terminal, for formats that wrap.</param>
    void Write(GuideDocument guide, TextWriter output, int width);
}
