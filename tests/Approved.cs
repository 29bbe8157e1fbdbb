using System.Runtime.CompilerServices;
using System.Text;

namespace Stanch.Tests;

/// <summary>
/// Compares bytes with <c>Approved/NAME.approved.EXT</c>. What differs is written beside it as <c>.received.</c>; with STANCH_APPROVE=1 in the
/// environment it becomes the approved file, to be read in the diff before it is committed.
/// </summary>
internal static class Approved
{
    public static void Check(byte[] actual, string name, string extension, [CallerFilePath] string caller = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(caller)!, "Approved")).FullName;
        var approved = Path.Combine(folder, $"{name}.approved.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        if (Environment.GetEnvironmentVariable("STANCH_APPROVE") == "1")
            File.WriteAllBytes(approved, actual);
        if (File.Exists(approved) && actual.AsSpan().SequenceEqual(File.ReadAllBytes(approved)))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllBytes(received, actual);
        Encoding.UTF8.GetString(actual).ShouldBe(File.Exists(approved) ? File.ReadAllText(approved) : "", $"compare {received} with {approved}");
    }
}
