using System.Globalization;
using System.Text;

namespace Stanch.Catalogue.Format.Dialect;

/// <summary>Reads the dialect of <c>docs/catalogue.md</c>, and says of everything else what to write instead.</summary>
internal sealed class PatternParser
{
    private const string Look = "look-around is not in the dialect: describe the neighbouring text as a part of the match, outside (?<secret>…)";
    private readonly string _text;
    private readonly PatternLimits _limits;
    private int _at;
    private int _depth;
    private bool _ignoreCase;
    private int _boundaries;
    private bool _boundaryAfter;

    private PatternParser(string text, PatternLimits limits)
    {
        _text = text;
        _limits = limits;
    }

    private bool AtEnd => _at >= _text.Length;

    /// <exception cref="PatternException">It is not in the dialect.</exception>
    public static ParsedPattern Parse(string text, PatternLimits limits)
    {
        if (text.Length > limits.Characters)
            throw new PatternException($"the pattern has {text.Length} characters, at most {limits.Characters} are allowed");
        return new PatternParser(text, limits).ParseAll();
    }

    private ParsedPattern ParseAll()
    {
        var root = ParseChoice(out var options);
        if (!AtEnd)
            throw Error("there is no '(' to this ')'; a bracket that is meant literally is written \\)");
        if (_boundaries != 0 && _boundaries != options)
            throw new PatternException("\\b stands at the start of some alternatives only: put it before all of them, \\b(?:…|…)");
        if (_boundaryAfter && options > 1)
            throw new PatternException("\\b at the end belongs to the last alternative only: put it after all of them, (?:…|…)\\b");
        return new ParsedPattern(root, _boundaries > 0, _boundaryAfter);
    }

    private PatternNode ParseChoice(out int count)
    {
        var options = new List<PatternNode> { ParseSequence() };
        while (!AtEnd && _text[_at] == '|')
        {
            _at++;
            options.Add(ParseSequence());
        }
        count = options.Count;
        return count == 1 ? options[0] : new PatternNode.Choice(options);
    }

    private PatternNode ParseSequence()
    {
        var parts = new List<PatternNode>();
        if (_depth == 0 && TakeBoundary())
            _boundaries++;
        while (!AtEnd && _text[_at] is not ('|' or ')'))
        {
            if (IsBoundary())
            {
                ParseEndBoundary();
                continue;
            }
            var start = _at;
            parts.Add(ParseQuantifier(ParseAtom(), start));
        }
        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private bool IsBoundary() => _at + 1 < _text.Length && _text[_at] == '\\' && _text[_at + 1] == 'b';

    private bool TakeBoundary()
    {
        if (!IsBoundary())
            return false;
        _at += 2;
        return true;
    }

    private void ParseEndBoundary()
    {
        if (_depth > 0 || _at + 2 != _text.Length)
        {
            throw Error("\\b is a check of the byte beside the match and may stand only at the pattern's two ends; in the middle, "
                + "write the characters that may stand there, such as [\\s,;]{1,4}");
        }
        _at += 2;
        _boundaryAfter = true;
    }

    private PatternNode ParseAtom()
    {
        var start = _at;
        var c = _text[_at++];
        return c switch
        {
            '(' => ParseGroup(),
            '[' => new PatternNode.One(Folded(ParseClass()), start + 1),
            '.' => new PatternNode.One(ByteSet.NotLineFeed, start + 1),
            '\\' => new PatternNode.One(Folded(ParseEscape(inClass: false)), start + 1),
            '^' or '$' => throw Error($"{c} is not in the dialect: \\b at an end checks the neighbouring byte, and a literal {c} is written \\{c}", start),
            '*' or '+' or '?' or '{' => throw Error($"there is nothing before this {c} to repeat; a literal {c} is written \\{c}", start),
            _ => ParseLiteral(c, start),
        };
    }

    private PatternNode ParseLiteral(char c, int start)
    {
        if (c < 0x80)
            return new PatternNode.One(Folded(ByteSet.Of(c)), start + 1);
        // The text is searched as bytes: what is not ASCII is as many bytes as it has in UTF-8.
        var length = char.IsHighSurrogate(c) && !AtEnd && char.IsLowSurrogate(_text[_at]) ? 2 : 1;
        _at = start + length;
        var bytes = Encoding.UTF8.GetBytes(_text, start, length);
        return new PatternNode.Sequence([.. bytes.Select(value => new PatternNode.One(ByteSet.Of(value), start + 1))]);
    }

    private ByteSet Folded(ByteSet set) => _ignoreCase ? set.WithBothCases() : set;

    private PatternNode ParseGroup()
    {
        var start = _at - 1;
        if (++_depth > _limits.Depth)
            throw Error($"groups stand more than {_limits.Depth} deep", start);
        var outerCase = _ignoreCase;
        var name = ParseGroupStart(start);
        var inner = ParseChoice(out _);
        if (AtEnd)
            throw Error("this '(' is never closed; a bracket that is meant literally is written \\(", start);
        _at++;
        _depth--;
        _ignoreCase = outerCase;
        return name is null ? inner : new PatternNode.Group(name, inner);
    }

    /// <returns>The group's name, or null where it has none.</returns>
    private string? ParseGroupStart(int start)
    {
        if (!Take("?"))
            return null;
        if (Take(":"))
            return null;
        if (Take("i:"))
        {
            _ignoreCase = true;
            return null;
        }
        if (Take("=") || Take("!") || Take("<=") || Take("<!"))
            throw Error(Look, start);
        if (Take(">"))
            throw Error("atomic groups are not in the dialect: write (?:…)", start);
        if (Take("P<"))
            throw Error("named groups are written (?<name>…), without the P", start);
        if (Take("<"))
            return ParseGroupName(start);
        throw Error("groups are (?:…), (?i:…), (?<secret>…) and (?<id>…); no other kind is in the dialect", start);
    }

    private string ParseGroupName(int start)
    {
        var end = _text.IndexOf('>', _at);
        var name = end < 0 ? "" : _text[_at..end];
        if (name is not ("secret" or "id"))
            throw Error($"a group is named secret or id, not '{name}'; one that needs no name is written (?:…)", start);
        _at = end + 1;
        return name;
    }

    private ByteSet ParseClass()
    {
        var start = _at - 1;
        var negated = Take("^");
        var set = ByteSet.None;
        for (var first = true; ; first = false)
        {
            if (AtEnd)
                throw Error("this '[' is never closed; a bracket that is meant literally is written \\[", start);
            if (_text[_at] == ']' && !first)
                break;
            set |= ParseClassItem();
        }
        _at++;
        // (?i:[^a]) leaves out both cases: fold before the complement.
        var folded = Folded(set);
        return negated ? ~folded : folded;
    }

    private ByteSet ParseClassItem()
    {
        var start = _at;
        var low = ParseClassPart();
        if (_at + 1 >= _text.Length || _text[_at] != '-' || _text[_at + 1] == ']')
            return low;
        if (low.Count != 1)
            throw Error("a range starts with one character, not with a class; a literal - is written \\-", start);
        _at++;
        var high = ParseClassPart();
        var (from, to) = (low.Runs().First().First, high.Runs().Last().Last);
        if (high.Count != 1 || to < from)
            throw Error($"the range {_text[start.._at]} runs backwards; a literal - is written \\-", start);
        return ByteSet.Range(from, to);
    }

    private ByteSet ParseClassPart()
    {
        var start = _at;
        var c = _text[_at++];
        if (c == '[' && _at + 1 < _text.Length && _text[_at] == ':' && char.IsAsciiLetter(_text[_at + 1]))
            throw Error("[:name:] classes are not in the dialect: write the ranges, such as A-Za-z0-9", start);
        if (c >= 0x80)
            throw Error("a class holds bytes, and this character is several in UTF-8: write an alternative, (?:…|…)", start);
        return c == '\\' ? ParseEscape(inClass: true) : ByteSet.Of(c);
    }

    private ByteSet ParseEscape(bool inClass)
    {
        var start = _at - 1;
        if (AtEnd)
            throw Error("the pattern ends in a backslash; a literal one is written \\\\", start);
        var c = _text[_at++];
        return c switch
        {
            'w' => ByteSet.Word,
            'd' => ByteSet.Digits,
            's' => ByteSet.Space,
            'W' => ~ByteSet.Word,
            'D' => ~ByteSet.Digits,
            'S' => ~ByteSet.Space,
            't' => ByteSet.Of('\t'),
            'n' => ByteSet.Of('\n'),
            'r' => ByteSet.Of('\r'),
            'x' => ParseHex(start),
            'b' when inClass => throw Error("\\b in a class is not in the dialect", start),
            >= '0' and <= '9' or 'k' => throw Error("back-references are not in the dialect: write the pattern out", start),
            'A' or 'z' or 'Z' or 'B' or 'G' => throw Error($"\\{c} is not in the dialect: only \\b at the two ends checks what stands beside a match", start),
            'p' or 'P' => throw Error($"\\{c} is not in the dialect: patterns read bytes, write the ranges", start),
            _ when c < 0x80 && !char.IsLetterOrDigit(c) => ByteSet.Of(c),
            _ => throw Error($"\\{c} is not in the dialect: \\w \\d \\s (and \\W \\D \\S), \\t \\n \\r, \\xHH and a backslash before punctuation are", start),
        };
    }

    private ByteSet ParseHex(int start)
    {
        if (_at + 2 > _text.Length || !byte.TryParse(_text.AsSpan(_at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw Error("\\x takes two hexadecimal digits", start);
        _at += 2;
        return ByteSet.Of(value);
    }

    private PatternNode ParseQuantifier(PatternNode part, int start)
    {
        if (AtEnd || _text[_at] is not ('?' or '{' or '*' or '+'))
            return part;
        var at = _at;
        var (min, max) = ParseBounds();
        if (!AtEnd && _text[_at] is '?' or '+' or '*' or '{')
            throw Error("lazy, possessive and doubled quantifiers are not in the dialect: write one bounded quantifier", at);
        if (part.MinLength == 0)
            throw Error("what is repeated here can match nothing at all, so it could be repeated in many ways: give the inner part at least one character", start);
        return new PatternNode.Repeat(part, min, max);
    }

    private (int Min, int Max) ParseBounds()
    {
        var start = _at;
        var c = _text[_at++];
        if (c == '?')
            return (0, 1);
        if (c is '*' or '+')
            throw Error($"{c} has no upper bound: write {{{(c == '+' ? 1 : 0)},64}} or what fits", start);
        var end = _text.IndexOf('}', _at);
        if (end < 0)
            throw Error("this '{' is never closed; a literal one is written \\{", start);
        var bounds = _text[_at..end].Split(',');
        if (bounds.Length == 2 && bounds[1].Length == 0)
            throw Error($"{{{bounds[0]},}} has no upper bound: write {{{bounds[0]},N}}", start);
        if (bounds.Length > 2 || !TryBound(bounds[0], out var min) || !TryBound(bounds[^1], out var max))
            throw Error("a quantifier is {n}, {n,m} or ?; a literal brace is written \\{", start);
        if (max > _limits.Repetitions || max < min || max == 0)
            throw Error($"a quantifier's bounds run upwards, from 0 to at most {_limits.Repetitions}, and allow at least one", start);
        _at = end + 1;
        return (min, max);
    }

    private static bool TryBound(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(_text, _at, expected, 0, expected.Length) != 0)
            return false;
        _at += expected.Length;
        return true;
    }

    private PatternException Error(string message, int? at = null) => new(message, (at ?? _at) + 1);
}
