using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Stanch.Cli.Scanning;
using Stanch.Detection;
using Stanch.Platforms.Builds;
using Stanch.Reporting;

namespace Stanch.Cli.Builds;

/// <summary>
/// Writes what the user asked for, in which no line of quoted content is a command to the CI system; then what the system shows by itself. A failure of
/// the latter is told and fails nothing.
/// </summary>
internal sealed class BuildReports(CiPlan plan, ScanPlan scan, bool isPlain, Invocation here)
{
    private static readonly string[] ForPeople = ["text", "markdown"];

    private IReportFormat? OnOutput => scan.Reports.FirstOrDefault(request => request.File is null)?.Format;

    public void Write(ScanReport report)
    {
        WriteAsked(report);
        if (isPlain || plan.System is not { } system) return;
        foreach (var native in system.Reports(plan.Variables)) Write(report, native);
    }

    private void WriteAsked(ScanReport report)
    {
        if (plan.LogCommands.Count == 0 || OnOutput is null || !ForPeople.Contains(OnOutput.Name))
        {
            ReportWriter.Write(report, scan.Reports, scan.ReportOptions, here.Terminal.Output);
            return;
        }

        using var text = new MemoryStream();
        try
        {
            ReportWriter.Write(report, scan.Reports, scan.ReportOptions, text);
        }
        finally
        {
            here.Terminal.Output.Write(Encoding.UTF8.GetBytes(LogCommand.Defuse(Encoding.UTF8.GetString(text.ToArray()), plan.LogCommands)));
            here.Terminal.Output.Flush();
        }
    }

    private void Write(ScanReport report, NativeReport native)
    {
        try
        {
            switch (native)
            {
                // A program that reads the output asked for something else than a log.
                case NativeReport.Log when OnOutput is null || ForPeople.Contains(OnOutput.Name):
                    WriteTo(report, native.Format, here.Terminal.Output);
                    break;
                case NativeReport.File file when !IsAsked(file.Path):
                    WriteFile(report, file);
                    break;
                case NativeReport.Program program when report.Counted.Any():
                    Hand(report, program);
                    break;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            here.Terminal.Error.WriteLine($"stanch: the {native.Format} report for {plan.SystemName} could not be written ({e.Message}); --plain leaves it out");
        }
    }

    private bool IsAsked(string path) =>
        scan.Reports.Any(request => request.File is { } file && Path.GetFullPath(file, here.WorkingDirectory) == Path.GetFullPath(path, here.WorkingDirectory));

    private void WriteFile(ScanReport report, NativeReport.File file)
    {
        var path = Path.GetFullPath(file.Path, here.WorkingDirectory);
        if (ScannedLinks.On(plan.Repository.Root, path) is { } link) throw new IOException($"{link} is a link, which could lead anywhere");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, file.IsAppended ? FileMode.Append : FileMode.Create, FileAccess.Write);
        WriteTo(report, file.Format, stream);
    }

    private void Hand(ScanReport report, NativeReport.Program program)
    {
        if (OnPath(program.Name) is not { } found) return;
        using var process = Process.Start(new ProcessStartInfo(found, program.Arguments) { RedirectStandardInput = true, WorkingDirectory = here.WorkingDirectory })!;
        WriteTo(report, program.Format, process.StandardInput.BaseStream);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new IOException($"{program.Name} ended with {process.ExitCode}");
    }

    // Not from the working directory, which holds what is scanned.
    private string? OnPath(string name) => (here.Variable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);

    private void WriteTo(ScanReport report, string format, Stream stream) =>
        ReportFormats.Get(format).Write(report, stream, scan.ReportOptions with { Colour = false, ShowSecrets = false });
}
