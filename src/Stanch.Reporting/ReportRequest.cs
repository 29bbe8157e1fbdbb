namespace Stanch.Reporting;

/// <summary>A report that is wanted: in which format, and where.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="File">The file it goes to; null for standard output.</param>
public sealed record ReportRequest(IReportFormat Format, string? File)
{
    private const string StandardOutput = "-";

    /// <summary>Reads <c>FORMAT</c> or <c>FORMAT=FILE</c>; the file <c>-</c> is standard output.</summary>
    /// <exception cref="ReportRequestException">The format is not known, or the file is missing.</exception>
    public static ReportRequest Parse(string spec)
    {
        var equals = spec.IndexOf('=', StringComparison.Ordinal);
        var format = ReportFormats.Get(equals < 0 ? spec : spec[..equals]);
        return (equals < 0 ? StandardOutput : spec[(equals + 1)..]) switch
        {
            "" => throw new ReportRequestException($"'{spec}' names no file; write {format.Name}=FILE, or {format.Name} alone for standard output."),
            StandardOutput => new ReportRequest(format, null),
            var file => new ReportRequest(format, file),
        };
    }

    /// <summary>Reads all reports of one command; without any, the default format goes to standard output.</summary>
    /// <exception cref="ReportRequestException">One of them is wrong, or two would write to the same place.</exception>
    public static IReadOnlyList<ReportRequest> ParseAll(IReadOnlyList<string> specs)
    {
        if (specs.Count == 0)
            return [new ReportRequest(ReportFormats.Default, null)];
        var requests = specs.Select(Parse).ToList();
        var twice = requests.GroupBy(request => request.File is null ? null : Path.GetFullPath(request.File)).FirstOrDefault(same => same.Count() > 1)?.ToList();
        return twice is null ? requests : throw new ReportRequestException(
            $"The reports {Plain.List([.. twice.Select(request => request.Format.Name)])} would all be written to {twice[0].File ?? "standard output"}; " +
            $"give each a file of its own: {twice[^1].Format.Name}=FILE.");
    }
}
