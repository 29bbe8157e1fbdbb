using System.Globalization;

namespace Stanch.Cli.CommandLine;

/// <summary>A place as reports print it: <c>FILE:LINE</c> or <c>FILE:LINE:COLUMN</c>.</summary>
/// <param name="Path">The file as it was typed.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based; null where none was given.</param>
internal sealed record PlaceArgument(string Path, int Line, int? Column)
{
    /// <summary>Null where the text is no place.</summary>
    public static PlaceArgument? TryParse(string text)
    {
        if (Split(text) is not var (before, last)) return null;
        return Split(before) is var (path, line) ? new PlaceArgument(path, line, last) : new PlaceArgument(before, last, null);
    }

    private static (string Before, int Number)? Split(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? (text[..colon], number) : null;
    }
}
