using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stanch.Policy.Yaml;

/// <summary>Writes values as YAML, and compares documents by what they say.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./");

    /// <summary>A text as a scalar that is the same in block and flow style: plain where nothing can be misread, quoted otherwise.</summary>
    public static string Scalar(string text)
    {
        if (IsPlain(text)) return text;
        return text.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFEFF' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF'))
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : DoubleQuoted(text);
    }

    /// <summary>What a document says, its layout aside: two texts with the same one mean the same.</summary>
    public static string Meaning(YamlNode? node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(',', mapping.Entries.Select(entry => $"{DoubleQuoted(entry.Key.Value)}:{Meaning(entry.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(',', sequence.Items.Select(Meaning))}]",
        YamlScalar { IsNull: false } scalar => DoubleQuoted(scalar.Value),
        _ => "null",
    };

    private static bool IsPlain(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) && (char.IsAsciiLetterOrDigit(text[0]) || text[0] is '/' or '.')
        && text is not ("null" or "Null" or "NULL" or "..." or "true" or "false" or "yes" or "no" or "on" or "off");

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\uFEFF' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
