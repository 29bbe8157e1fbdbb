using System.Text;
using Stanch.Detection;

namespace Stanch.Reporting.Tests;

/// <summary>A report as a format writes it.</summary>
internal static class Written
{
    public static byte[] As(string format, ScanReport report, ReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        ReportFormats.Get(format).Write(report, stream, options ?? ReportOptions.Default);
        return stream.ToArray();
    }

    public static string TextAs(string format, ScanReport report, ReportOptions? options = null) =>
        Encoding.UTF8.GetString(As(format, report, options));
}
