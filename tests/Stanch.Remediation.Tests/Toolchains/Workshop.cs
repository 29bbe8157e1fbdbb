using System.Diagnostics;
using System.Text;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>A folder in which a language's tools work, with the environment that its programs see. Gone after the test.</summary>
internal sealed class Workshop(IReadOnlyDictionary<string, string> environment) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stanch-snippets-");

    public string Folder => _folder.FullName;

    public string At(string path) => Path.Join(Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="package">Debian's package that has it.</param>
    /// <returns>What it printed.</returns>
    public Task<string> RunAsync(string package, string program, params IEnumerable<string> arguments) => RunAsync(package, Folder, program, arguments, environment);

    public static async Task<string> RunAsync(string package, string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Start(start, package);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program}:\n{await output}\n{await error}");
        return await output;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"The tests of snippets need {start.FileName}: apt-get install {package}", e);
        }
    }
}
