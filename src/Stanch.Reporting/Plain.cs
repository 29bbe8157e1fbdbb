using System.Globalization;
using System.Text;

namespace Stanch.Reporting;

/// <summary>Numbers and names as a person writes them.</summary>
internal static class Plain
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    public static string Count(long count, string one, string? many = null) =>
        $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 999.5 && unit < Units.Length - 1; unit++)
            size /= 1000;
        return unit == 0 ? Count(bytes, "byte") : string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }

    public static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalMilliseconds):0} ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalMinutes} min {time.Seconds} s"),
    };

    /// <summary>A camelCase name as words: <c>accountId</c> is "account id".</summary>
    public static string Words(string camelCase)
    {
        var words = new StringBuilder(camelCase.Length + 4);
        foreach (var letter in camelCase)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }

    /// <summary>A list of a sentence: "a, b and c".</summary>
    public static string List(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
}
