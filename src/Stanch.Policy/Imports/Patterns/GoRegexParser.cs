using System.Globalization;

namespace Stanch.Policy.Imports.Patterns;

/// <summary>Reads a regular expression in Go's syntax, which gitleaks, trufflehog and, near enough, detect-secrets use.</summary>
internal sealed class GoRegexParser
{
    private const int MostDepth = 100;
    private const int MostRepeats = 1000;
    private const string Shorthands = "dws";

    private readonly string _text;
    private int _at;
    private int _groups;
    private int _depth;
    private bool _ignoreCase;

    private GoRegexParser(string text) => _text = text;

    private bool IsAtEnd => _at >= _text.Length;

    /// <exception cref="GoRegexException">The text is broken, or uses what cannot be translated.</exception>
    public static GoNode Parse(string text)
    {
        var parser = new GoRegexParser(text);
        var node = parser.Options();
        return parser.IsAtEnd ? node : throw new GoRegexException("has a ')' without its '('");
    }

    private GoNode Options()
    {
        if (++_depth > MostDepth) throw new GoRegexException("is nested too deeply");
        var ignoreCase = _ignoreCase;
        var options = new List<GoNode> { Sequence() };
        while (Take('|')) options.Add(Sequence());
        _ignoreCase = ignoreCase;
        _depth--;
        return options.Count == 1 ? options[0] : new GoNode.Alternation(options);
    }

    private GoNode.Sequence Sequence()
    {
        var items = new List<GoNode>();
        while (!IsAtEnd && _text[_at] is not ('|' or ')'))
            if (Atom() is { } atom) items.Add(Repeated(atom));
        return new GoNode.Sequence(items);
    }

    // Null for flags such as (?i), which hold for what follows in the same group.
    private GoNode? Atom()
    {
        var c = _text[_at++];
        return c switch
        {
            '(' => Group(),
            '[' => Set(),
            '.' => new GoNode.AnyOne(),
            '^' => new GoNode.Start(),
            '$' => new GoNode.End(),
            '\\' => Escape(),
            '*' or '+' or '?' => throw new GoRegexException($"has a '{c}' that repeats nothing"),
            _ => new GoNode.Literal(c, _ignoreCase),
        };
    }

    private GoNode.Group? Group()
    {
        int? index = null;
        var ignoreCase = _ignoreCase;
        if (!Take('?')) index = ++_groups;
        else if (TakeName()) index = ++_groups;
        else if (Flags()) return null;
        var body = Options();
        if (!Take(')')) throw new GoRegexException("has a '(' without its ')'");
        _ignoreCase = ignoreCase;
        return new GoNode.Group(index, body);
    }

    private bool TakeName()
    {
        var start = _at + (_text.AsSpan(_at).StartsWith("P<") ? 2 : 1);
        if (start > _text.Length || _text[start - 1] != '<') return false;
        var end = _text.IndexOf('>', start);
        if (end < 0 || _text[start..end].Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_')) throw new GoRegexException("uses look-around, or a group whose name is broken");
        _at = end + 1;
        return true;
    }

    // True for "(?i)", false for "(?i:" and "(?:".
    private bool Flags()
    {
        var isOn = true;
        while (!IsAtEnd)
        {
            var c = _text[_at++];
            if (c is ')') return true;
            if (c is ':') return false;
            if (c == '-') isOn = false;
            else if (c == 'i') _ignoreCase = isOn;
            else if (c is '=' or '!') throw new GoRegexException("uses look-around");
            else if (c is not ('s' or 'm')) throw new GoRegexException($"uses '(?{c}', which has no counterpart");
        }
        throw new GoRegexException("has a '(' without its ')'");
    }

    private GoNode Escape()
    {
        if (IsAtEnd) throw new GoRegexException("ends with a backslash");
        var c = _text[_at++];
        if (Shorthands.Contains(c)) return new GoNode.Set(false, [], c.ToString(), _ignoreCase);
        if (Shorthands.Contains(char.ToLowerInvariant(c))) return new GoNode.Set(true, [], char.ToLowerInvariant(c).ToString(), _ignoreCase);
        return c switch
        {
            'A' => new GoNode.Start(),
            'z' or 'Z' => new GoNode.End(),
            'b' => new GoNode.Boundary(),
            _ => new GoNode.Literal(Escaped(c), _ignoreCase),
        };
    }

    private char Escaped(char c) => c switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'f' => '\f',
        'v' => '\v',
        'x' => Hex(),
        _ when char.IsAsciiLetterOrDigit(c) => throw new GoRegexException($"uses '\\{c}', which has no counterpart"),
        _ => c,
    };

    private char Hex()
    {
        var isLong = Take('{');
        var end = isLong ? _text.IndexOf('}', _at) : _at + 2;
        if (end < 0 || end > _text.Length || !ushort.TryParse(_text.AsSpan(_at, end - _at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw new GoRegexException("has a broken '\\x'");
        _at = isLong ? end + 1 : end;
        return (char)code;
    }

    private GoNode.Set Set()
    {
        var isNegated = Take('^');
        var ranges = new List<(char First, char Last)>();
        var shorthands = "";
        for (var first = true; ; first = false)
        {
            if (IsAtEnd) throw new GoRegexException("has a '[' without its ']'");
            if (!first && Take(']')) return new GoNode.Set(isNegated, ranges, shorthands, _ignoreCase);
            if (TakeNamed(ranges)) continue;
            var from = _text[_at++];
            if (from == '\\' && !IsAtEnd && Shorthands.Contains(_text[_at])) shorthands += _text[_at++];
            else AddRange(Member(from), ranges);
        }
    }

    private void AddRange(char from, List<(char First, char Last)> ranges)
    {
        var to = from;
        if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
        {
            _at++;
            to = Member(_text[_at++]);
        }
        if (to < from) throw new GoRegexException("has a range that goes backwards");
        ranges.Add((from, to));
    }

    private char Member(char c)
    {
        if (c != '\\') return c;
        if (IsAtEnd) throw new GoRegexException("has a '[' without its ']'");
        return Escaped(_text[_at++]);
    }

    private bool TakeNamed(List<(char First, char Last)> ranges)
    {
        if (!_text.AsSpan(_at).StartsWith("[:")) return false;
        var end = _text.IndexOf(":]", _at + 2, StringComparison.Ordinal);
        if (end < 0) return false;
        ranges.AddRange(_text[(_at + 2)..end] switch
        {
            "alnum" => [('0', '9'), ('A', 'Z'), ('a', 'z')],
            "alpha" => [('A', 'Z'), ('a', 'z')],
            "digit" => [('0', '9')],
            "lower" => [('a', 'z')],
            "upper" => [('A', 'Z')],
            "space" => [(' ', ' '), ('\t', '\r')],
            "word" => [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
            "xdigit" => [('0', '9'), ('A', 'F'), ('a', 'f')],
            "punct" => [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
            var name => throw new GoRegexException($"uses '[:{name}:]', which has no counterpart"),
        });
        _at = end + 2;
        return true;
    }

    private GoNode Repeated(GoNode atom)
    {
        if (IsAtEnd || Counts() is not var (least, most)) return atom;
        var node = new GoNode.Repeat(atom, least, most, Take('?'));
        return IsAtEnd || _text[_at] is not ('*' or '+' or '?') ? node : throw new GoRegexException("repeats a repetition");
    }

    private (int Least, int? Most)? Counts()
    {
        switch (_text[_at])
        {
            case '*': _at++; return (0, null);
            case '+': _at++; return (1, null);
            case '?': _at++; return (0, 1);
            case '{': return Braces();
            default: return null;
        }
    }

    // What is no count is an ordinary brace.
    private (int Least, int? Most)? Braces()
    {
        var end = _text.IndexOf('}', _at);
        if (end < 0) return null;
        var parts = _text[(_at + 1)..end].Split(',');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)) return null;
        int? most = parts.Length == 1 ? least : null;
        if (parts.Length == 2 && parts[1].Length > 0)
        {
            if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given)) return null;
            most = given;
        }
        if (least > MostRepeats || most > MostRepeats || most < least) throw new GoRegexException("has a count that is out of range");
        _at = end + 1;
        return (least, most);
    }

    private bool Take(char c)
    {
        if (IsAtEnd || _text[_at] != c) return false;
        _at++;
        return true;
    }
}
