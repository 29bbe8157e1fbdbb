namespace Stanch.Reporting;

/// <summary>How a report is to look; each format takes what concerns it.</summary>
public sealed record ReportOptions
{
    public static readonly ReportOptions Default = new();

    /// <summary>Shows secrets in clear instead of <see cref="Detection.Secret.Redacted"/>. Only when a person asks for it.</summary>
    public bool ShowSecrets { get; init; }

    /// <summary>Writes ignored findings too, marked as such; otherwise they are only counted.</summary>
    public bool IncludeIgnored { get; init; }

    /// <summary>Sixteen-colour escape codes in the text format. The caller knows whether it writes to a terminal.</summary>
    public bool Colour { get; init; }

    /// <summary>Columns that prose is wrapped at in the text format.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Lines shown before and after a finding, where the scan kept them.</summary>
    public int ContextLines { get; init; } = 1;

    /// <summary>Most places of one secret that the text format lists; the rest are counted.</summary>
    public int PlacesShown { get; init; } = 10;

    /// <summary>Most failures that the formats for people list; the rest are counted.</summary>
    public int FailuresShown { get; init; } = 20;
}
