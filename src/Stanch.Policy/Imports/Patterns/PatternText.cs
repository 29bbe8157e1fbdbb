using System.Globalization;
using System.Text;

namespace Stanch.Policy.Imports.Patterns;

/// <summary>Writes single pieces of an expression as .NET and the catalogue's dialect both read them.</summary>
internal static class PatternText
{
    private const string Special = @"\*+?|{}[]()^$.#/- ";

    public static string Literal(char c) => char.IsControl(c) || c > '~' ? $"\\u{(int)c:x4}" : Special.Contains(c) && c is not ('/' or '-' or ' ' or '#') ? $"\\{c}" : c.ToString();

    public static string Set(GoNode.Set set)
    {
        if (set.Ranges.Count == 0 && set.Shorthands.Length == 1 && !set.IsNegated) return $"\\{set.Shorthands}";
        var text = new StringBuilder(set.IsNegated ? "[^" : "[");
        foreach (var c in set.Shorthands) text.Append('\\').Append(c);
        foreach (var (first, last) in set.Ranges)
        {
            text.Append(Member(first));
            if (last > first) text.Append(last - first > 1 ? "-" : "").Append(Member(last));
        }
        return text.Append(']').ToString();
    }

    public static string Count(int least, int? most) => (least, most) switch
    {
        (0, null) => "*",
        (1, null) => "+",
        (0, 1) => "?",
        (1, 1) => "",
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{{{least},}}"),
        _ when least == most => string.Create(CultureInfo.InvariantCulture, $"{{{least}}}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}"),
    };

    private static string Member(char c) => char.IsControl(c) || c > '~' ? $"\\u{(int)c:x4}" : c is '\\' or ']' or '[' or '^' or '-' ? $"\\{c}" : c.ToString();
}
