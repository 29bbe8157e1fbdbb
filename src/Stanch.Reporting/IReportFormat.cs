using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>A way to write a report. A new one is one file in <c>Formats/</c> and one line in <see cref="ReportFormats.All"/>.</summary>
public interface IReportFormat
{
    /// <summary>The word after <c>--report</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for the help.</summary>
    string Summary { get; }

    /// <summary>True when it writes fingerprints: they may cost tens of milliseconds each, and are not computed for other formats.</summary>
    bool UsesFingerprints => false;

    /// <summary>Writes the report as UTF-8 without a mark. The stream is left open and flushed.</summary>
    void Write(ScanReport report, Stream output, ReportOptions options);
}
