using System.ComponentModel;
using System.Diagnostics;

namespace Stanch.Detection.Tests.Proofs;

/// <summary>Runs a program of the machine. A test whose program is not installed is skipped, and says how to get it.</summary>
internal static class Program
{
    public static string Run(string program, string arguments)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}: {errors.Result}");
    }

    private static Process Start(string program, string arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed: apt-get install openssh-client openssl gnupg putty-tools age");
            throw;
        }
    }
}
