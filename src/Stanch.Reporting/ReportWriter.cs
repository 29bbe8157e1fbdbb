using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>Writes all reports that are wanted of one scan.</summary>
public static class ReportWriter
{
    /// <param name="report">What was found.</param>
    /// <param name="requests">Which reports, and where they go.</param>
    /// <param name="options">How they look; files never have colour.</param>
    /// <param name="standardOutput">Where a request without a file goes.</param>
    /// <exception cref="ReportRequestException">A file cannot be written. The other reports were written all the same.</exception>
    public static void Write(ScanReport report, IReadOnlyList<ReportRequest> requests, ReportOptions options, Stream standardOutput)
    {
        var failures = new List<Exception>();
        foreach (var request in requests.Where(request => request.File is not null))
            WriteFile(report, request, options with { Colour = false }, failures);
        foreach (var request in requests.Where(request => request.File is null))
            request.Format.Write(report, standardOutput, options);
        if (failures.Count > 0)
            throw new ReportRequestException(string.Join(Environment.NewLine, failures.Select(failure => failure.Message)), failures[0]);
    }

    private static void WriteFile(ScanReport report, ReportRequest request, ReportOptions options, List<Exception> failures)
    {
        try
        {
            ReportFile.Write(request.File!, isPrivate: options.ShowSecrets, stream => request.Format.Write(report, stream, options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            failures.Add(new ReportRequestException($"The {request.Format.Name} report cannot be written to '{request.File}': {e.Message} Name a file in a folder that exists and that you may write to.", e));
        }
    }
}
