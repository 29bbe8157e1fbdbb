using System.Globalization;

namespace Stanch.Cli.CommandLine;

/// <summary>A number and what it counts, as a person writes it.</summary>
internal static class Counted
{
    public static string Of(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
