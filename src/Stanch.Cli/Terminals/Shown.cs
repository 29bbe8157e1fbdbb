using System.Buffers;

namespace Stanch.Cli.Terminals;

/// <summary>Text that others wrote, as a terminal may show it: a path of a hostile tree can hold what a terminal would obey.</summary>
internal static class Shown
{
    private static readonly SearchValues<char> Directional = SearchValues.Create("\u2028\u2029\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static string Text(string text) => text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? $"\\u{(int)c:X4}" : c.ToString())) : text;

    private static bool IsUnsafe(char c) => char.IsControl(c) || Directional.Contains(c);
}
