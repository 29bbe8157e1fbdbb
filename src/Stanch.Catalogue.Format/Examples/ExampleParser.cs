using System.Globalization;
using System.Text;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>Reads a template into its parts.</summary>
internal sealed class ExampleParser(string template)
{
    private const int MostCharacters = 8192;
    private const string Nested = "b64:";
    private const int Deepest = 4;

    private int _at;
    private int _depth;

    /// <exception cref="FormatException">A placeholder is unknown or never closed.</exception>
    public IReadOnlyList<ExamplePart> Parse()
    {
        var parts = ParseParts();
        return _at == template.Length ? parts : throw Error("there is no '{' to this '}'; a literal brace is written }}", _at);
    }

    private List<ExamplePart> ParseParts()
    {
        var parts = new List<ExamplePart>();
        var literal = new StringBuilder();
        for (; _at < template.Length; _at++)
        {
            var c = template[_at];
            var doubled = _at + 1 < template.Length && template[_at + 1] == c;
            if (c == '}' && !doubled)
                break;
            if (c is '{' or '}' && doubled)
                _at++;
            else if (c == '{')
            {
                Flush(parts, literal);
                parts.Add(ParsePlaceholder());
                continue;
            }
            literal.Append(c);
        }
        Flush(parts, literal);
        return parts;
    }

    private static void Flush(List<ExamplePart> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
            parts.Add(new ExamplePart.Literal(literal.ToString()));
        literal.Clear();
    }

    /// <summary>Ends on the closing brace.</summary>
    private ExamplePart ParsePlaceholder()
    {
        var start = _at++;
        if (string.CompareOrdinal(template, _at, Nested, 0, Nested.Length) == 0)
            return ParseBase64(start);
        var end = template.IndexOf('}', _at);
        if (end < 0)
            throw Error("this '{' is never closed; a literal brace is written {{", start);
        var text = template[_at..end];
        _at = end;
        var colon = text.IndexOf(':');
        var (name, argument) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        return name switch
        {
            "uuid" when colon < 0 => new ExamplePart.Uuid(),
            "jwt" when colon < 0 => new ExamplePart.Jwt(),
            "pem" when ExampleKeys.Kinds.Contains(argument) => new ExamplePart.Pem(argument),
            "checksum" => ParseChecksum(argument, start),
            "of" => ParseOf(argument, start),
            _ when ExampleAlphabets.ByName.TryGetValue(name, out var alphabet) => new ExamplePart.Characters(alphabet, Length(argument, start)),
            "pem" => throw Error($"{{pem:…}} makes {string.Join(' ', ExampleKeys.Kinds)}, not '{argument}'", start),
            _ => throw Error($"there is no placeholder {{{text}}}; a literal brace is written {{{{ or }}}}", start),
        };
    }

    private static ExamplePart.Checksum ParseChecksum(string name, int start) => ExamplePart.Checksum.Exists(name)
        ? new ExamplePart.Checksum(name)
        : throw Error($"there is no offline check '{name}' that computes a checksum", start);

    private ExamplePart.Base64 ParseBase64(int start)
    {
        _at += Nested.Length;
        if (++_depth > Deepest)
            throw Error("{b64:…} stands too deep inside itself", start);
        var parts = ParseParts();
        if (_at == template.Length)
            throw Error("this {b64:… is never closed; a literal brace is written {{", start);
        _depth--;
        return new ExamplePart.Base64(parts);
    }

    private static ExamplePart.Characters ParseOf(string argument, int start)
    {
        var colon = argument.LastIndexOf(':');
        if (colon <= 0)
            throw Error("{of:CLASS:LENGTH} names a class and a length", start);
        return new ExamplePart.Characters(ExampleAlphabets.Expand(argument[..colon]), Length(argument[(colon + 1)..], start));
    }

    private static int Length(string text, int start) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= MostCharacters
            ? length
            : throw Error($"the placeholder's length is 1 to {MostCharacters}, found '{text}'", start);

    private static FormatException Error(string message, int at) => new($"{message} (character {at + 1} of the example)");
}
