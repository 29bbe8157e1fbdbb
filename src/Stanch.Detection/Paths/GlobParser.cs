namespace Stanch.Detection.Paths;

/// <summary>Reads the text of a glob into segments.</summary>
internal ref struct GlobParser(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly List<GlobSegment> _segments = [];
    private List<GlobToken> _tokens = [];
    private int _at;
    private int _stars;

    /// <summary>What is wrong with the text; null when nothing is. A flawed glob matches nothing, as in git.</summary>
    public string? Flaw { get; private set; }

    public IReadOnlyList<GlobSegment> Read()
    {
        while (_at < _text.Length && Flaw is null) Step(_text[_at++]);
        EndSegment();
        return _segments;
    }

    private void Step(char c)
    {
        switch (c)
        {
            case '/': EndSegment(); break;
            case '*': Star(); break;
            case '?': _tokens.Add(new GlobToken(GlobTokenKind.AnyOne)); break;
            case '[': ReadClass(); break;
            case '\\': Escaped(); break;
            default: _tokens.Add(new GlobToken(GlobTokenKind.Literal, c)); break;
        }
    }

    private void Star()
    {
        _stars++;
        if (_tokens is not [.., { Kind: GlobTokenKind.AnyRun }]) _tokens.Add(new GlobToken(GlobTokenKind.AnyRun));
    }

    private void Escaped()
    {
        if (_at == _text.Length) Flaw = "it ends with a backslash that escapes nothing";
        else if (_text[_at] == '/') Step(_text[_at++]);
        else _tokens.Add(new GlobToken(GlobTokenKind.Literal, _text[_at++]));
    }

    private void EndSegment()
    {
        var isAnyFolders = _stars > 1 && _tokens is [{ Kind: GlobTokenKind.AnyRun }];
        _segments.Add(new GlobSegment(_tokens, isAnyFolders));
        _tokens = [];
        _stars = 0;
    }

    private void ReadClass()
    {
        var isNegated = _at < _text.Length && _text[_at] is '!' or '^';
        if (isNegated) _at++;
        var ranges = new List<(char First, char Last)>();
        var first = _at;
        char? previous = null;
        while (Flaw is null)
        {
            if (_at >= _text.Length)
            {
                Flaw = "it has a '[' without its ']'";
                return;
            }
            var c = _text[_at++];
            if (c == ']' && _at - 1 > first) break;
            previous = ClassMember(c, previous, ranges);
        }
        _tokens.Add(new GlobToken(GlobTokenKind.Class, Class: new CharClass(isNegated, ranges)));
    }

    // Gives the character that a following '-' would start a range from; null where none can.
    private char? ClassMember(char c, char? previous, List<(char First, char Last)> ranges)
    {
        if (c == '[' && _at < _text.Length && _text[_at] == ':' && TryNamed(ranges)) return null;
        if (c == '-' && previous is { } from && _at < _text.Length && _text[_at] != ']')
        {
            ranges.Add((from, Unescaped(_text[_at++])));
            return null;
        }
        c = Unescaped(c);
        ranges.Add((c, c));
        return c;
    }

    private char Unescaped(char c)
    {
        if (c != '\\') return c;
        if (_at < _text.Length) return _text[_at++];
        Flaw = "it has a '[' without its ']'";
        return c;
    }

    // True when a named class was read; false when the bracket is an ordinary member.
    private bool TryNamed(List<(char First, char Last)> ranges)
    {
        var rest = _text[(_at + 1)..];
        var close = rest.IndexOf(']');
        if (close < 1 || rest[close - 1] != ':') return false;
        var name = rest[..(close - 1)].ToString();
        if (CharClass.Members(name) is not { } members)
        {
            Flaw = $"it names a character class '{name}' that does not exist";
            return true;
        }
        ranges.AddRange(members);
        _at += close + 2;
        return true;
    }
}
