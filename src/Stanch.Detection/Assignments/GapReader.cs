namespace Stanch.Detection.Assignments;

/// <summary>Walks from the end of a name over whatever stands between it and its value: closing quotes and brackets, a type, the operator.</summary>
internal ref struct GapReader(ReadOnlySpan<byte> content, int nameStart, int nameEnd, int limit)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly int _nameStart = nameStart;
    // How far before the name its element's prefix, or the word that announces it, is looked for.
    private const int LongestPrefix = 48;
    private const int MostWrappers = 3;

    private readonly int _limit = limit;
    private int _position = nameEnd;

    /// <param name="position">Where the value (or its opening quote) starts.</param>
    /// <param name="separator">What stood between.</param>
    /// <param name="mustBeQuoted">True where only a quoted value is one: otherwise this is prose or an expression.</param>
    public bool TryFindValue(out int position, out Separator separator, out bool mustBeQuoted)
    {
        var flag = IsFlag();
        var opener = SkipClosers();
        mustBeQuoted = false;
        var found = TryReadOperator(opener, flag, out separator, ref mustBeQuoted);
        if (found)
        {
            SkipToValue(separator);
        }

        position = _position;
        return found && position < _content.Length;
    }

    private readonly byte Current => _position < _limit ? _content[_position] : (byte)0;

    private readonly byte Next => _position + 1 < _limit ? _content[_position + 1] : (byte)0;

    private readonly byte Before => _nameStart > 0 ? _content[_nameStart - 1] : (byte)0;

    // "--name": the dashes are name characters and were taken into the name.
    private readonly bool IsFlag() => _content[_nameStart] == (byte)'-';

    // "${NAME:-value}", "${name:value}": the value ends with the brace.
    private readonly bool IsExpansion() => _nameStart > 1 && Before == (byte)'{' && _content[_nameStart - 2] is (byte)'$' or (byte)'#';

    // "<name", "<prefix:name"
    private readonly bool IsElement()
    {
        var at = _nameStart;
        if (Before == (byte)':')
        {
            do
            {
                at--;
            }
            while (at > 0 && _nameStart - at < LongestPrefix && AssignmentReader.IsName(_content[at - 1]));
        }

        return at > 0 && _content[at - 1] == (byte)'<';
    }

    private byte SkipClosers()
    {
        byte closer = 0;
        SkipEscapes();

        if (Current is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            closer = Current;
            _position++;
        }

        if (Current is (byte)']' or (byte)'}')
        {
            _position++;
        }
        else if (Current == (byte)'[')
        {
            SkipArraySize();
        }

        return closer;
    }

    // "char secret[25] = …", "String[] x": a size, never an expression.
    private void SkipArraySize()
    {
        var end = _position + 1;
        while (end < _limit && char.IsAsciiDigit((char)_content[end]))
        {
            end++;
        }

        if (end < _limit && _content[end] == (byte)']')
        {
            _position = end + 1;
        }
    }

    // Text within text escapes its quotes, once or more.
    private void SkipEscapes()
    {
        var end = _position;
        while (end < _limit && _content[end] == (byte)'\\')
        {
            end++;
        }

        if (end < _limit && _content[end] is (byte)'"' or (byte)'\'')
        {
            _position = end;
        }
    }

    private void SkipBlanks()
    {
        while (Current is (byte)' ' or (byte)'\t')
        {
            _position++;
        }
    }

    private bool TryReadOperator(byte closer, bool flag, out Separator separator, ref bool mustBeQuoted)
    {
        separator = Separator.Colon;
        if (TryReadValueKey())
        {
            return true;
        }

        var before = _position;
        SkipBlanks();
        var spaced = _position > before;
        separator = Separator.Equals;
        switch (Current)
        {
            case (byte)'<' when Next == (byte)'-':
                _position += 2;
                mustBeQuoted = true;
                return true;
            case (byte)'<' when Before == (byte)'>' && TryReadNextString():
                separator = Separator.Markup;
                return true;
            case (byte)'-' or (byte)'=' or (byte)'+' when IsExpansion():
                _position++;
                separator = Separator.Expansion;
                return true;
            case (byte)'=':
                return ReadEquals(out separator);
            case (byte)':':
                return ReadColon(out separator, ref mustBeQuoted);
            case (byte)'!' when Next == (byte)'=':
            case (byte)'?' or (byte)'+' or (byte)'|' or (byte)'.' when Next is (byte)'=' or (byte)'|' or (byte)'?':
                return ReadCompound(out separator);
            case (byte)'-' when Next == (byte)'>':
                _position += 2;
                mustBeQuoted = true;
                return true;
            case (byte)'>' when closer != 0 || IsElement():
                _position++;
                separator = Separator.Markup;
                return true;
            case (byte)'(' when closer == 0:
            case (byte)'{' when closer == 0 && Next is (byte)'"' or (byte)'\'':
                _position++;
                mustBeQuoted = true;
                separator = Separator.Call;
                return true;
            case (byte)',' when closer != 0:
                _position++;
                mustBeQuoted = true;
                separator = _nameStart > 1 && _content[_nameStart - 2] == (byte)'(' ? Separator.Call : Separator.List;
                return true;
            default:
                return ReadSpaced(closer, flag, spaced, out separator, ref mustBeQuoted);
        }
    }

    private bool ReadEquals(out Separator separator)
    {
        separator = Separator.Equals;
        _position++;
        if (Current == (byte)'>')
        {
            _position++;
        }
        else if (Current == (byte)'=')
        {
            separator = Separator.Comparison;
            while (Current == (byte)'=')
            {
                _position++;
            }
        }

        return true;
    }

    private bool ReadCompound(out Separator separator)
    {
        separator = Current == (byte)'!' ? Separator.Comparison : Separator.Equals;
        for (var taken = 0; taken < 3 && Current is (byte)'!' or (byte)'?' or (byte)'+' or (byte)'|' or (byte)'.' or (byte)'='; taken++)
        {
            _position++;
        }

        return true;
    }

    // "name: value", "name := value", and the annotated "name: Type = value" of Python, TypeScript, Rust, Kotlin, Swift.
    private bool ReadColon(out Separator separator, ref bool mustBeQuoted)
    {
        separator = Separator.Colon;
        _position++;
        if (IsExpansion())
        {
            _position += Current is (byte)'-' or (byte)'=' or (byte)'+' ? 1 : 0;
            separator = Separator.Expansion;
            return true;
        }

        if (Current == (byte)':')
        {
            _position++;
            mustBeQuoted = true;
            return true;
        }

        if (Current == (byte)'=')
        {
            separator = Separator.Equals;
            _position++;
            return true;
        }

        var afterColon = _position;
        SkipBlanks();
        while (char.IsAsciiLetterOrDigit((char)Current) || Current is (byte)'_' or (byte)'&' or (byte)'\'' or (byte)'?' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'|' or (byte)'.' or (byte)' ')
        {
            if (Current == (byte)'\'' && Next != (byte)'s')
            {
                break;
            }

            _position++;
        }

        if (Current == (byte)'=' && Next != (byte)'=' && Next != (byte)'>' && _position > afterColon + 1 && _content[_position - 1] == (byte)' ')
        {
            _position++;
            separator = Separator.Equals;
            mustBeQuoted = true;
            return true;
        }

        _position = afterColon;
        return true;
    }

    private bool ReadSpaced(byte closer, bool flag, bool spaced, out Separator separator, ref bool mustBeQuoted)
    {
        separator = Separator.Space;
        if (!spaced)
        {
            return false;
        }

        if (IsElement())
        {
            separator = Separator.Markup;
            return TrySkipAttributes();
        }

        if (TryReadValueAttribute())
        {
            separator = Separator.Markup;
            mustBeQuoted = true;
            return true;
        }

        if (flag || FollowsEnvironmentWord() || (closer == 0 && IsScheme()))
        {
            return true;
        }

        // SQL's "PASSWORD 'x'", Groovy's and Ruby's `password "x"`, prose's `the password is "x"`: only with quotes.
        mustBeQuoted = true;
        if (_content[_position.._limit].StartsWith("is "u8))
        {
            _position += 3;
            SkipBlanks();
        }

        if (closer == 0 && Current is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            return true;
        }

        separator = Separator.Equals;
        return closer == 0 && TrySkipType();
    }

    // "name Type = ", "name As Type = ", "Name { get; set; } = "
    private bool TrySkipType()
    {
        var start = _position;
        if (Current == (byte)'{')
        {
            var close = _content[_position.._limit].IndexOf((byte)'}');
            if (close < 0 || _content.Slice(_position, close).IndexOf("get"u8) < 0)
            {
                return false;
            }

            _position += close + 1;
        }
        else
        {
            SkipTypeName();
            if (_content[start.._position].SequenceEqual("As"u8))
            {
                SkipBlanks();
                SkipTypeName();
            }
        }

        var hasType = _position > start;
        SkipBlanks();
        if (!hasType || Current != (byte)'=' || Next is (byte)'=' or (byte)'>')
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipTypeName()
    {
        while (char.IsAsciiLetterOrDigit((char)Current) || Current is (byte)'_' or (byte)'.' or (byte)'*' or (byte)'[' or (byte)']' or (byte)'<' or (byte)'>' or (byte)'?')
        {
            _position++;
        }
    }

    // <name type="text" lang="en">: to the end of the tag, unless it closes itself.
    private bool TrySkipAttributes()
    {
        var close = _content[_position.._limit].IndexOf((byte)'>');
        if (close <= 0 || _content[_position + close - 1] == (byte)'/')
        {
            return false;
        }

        _position += close + 1;
        return true;
    }

    // <key>name</key> <string>…: a property list.
    private bool TryReadNextString()
    {
        var rest = _content[_position.._limit];
        if (!rest.StartsWith("</key>"u8))
        {
            return false;
        }

        var after = rest["</key>".Length..].TrimStart(" \t\r\n"u8);
        if (!after.StartsWith("<string>"u8))
        {
            return false;
        }

        _position += rest.Length - after.Length + "<string>".Length;
        return true;
    }

    // "name": "NAME", "value": …  and YAML's  name: NAME ⏎ value: …, as containers and pipelines list their variables.
    private bool TryReadValueKey()
    {
        var rest = _content[_position.._limit].TrimStart(" \t"u8);
        var named = rest.TrimStart(", \t\r\n"u8);
        if (named.Length == rest.Length)
        {
            return false;
        }

        var key = named.TrimStart("\\\"'"u8);
        if (!key.StartsWith("value"u8) && !key.StartsWith("Value"u8))
        {
            return false;
        }

        var after = key["value".Length..].TrimStart("\\\"' \t"u8);
        if (after.IsEmpty || after[0] is not ((byte)':' or (byte)'='))
        {
            return false;
        }

        _position = _limit - after.Length + 1;
        return true;
    }

    // <add key="name" value="…"/>, <property name="name" value="…"/>
    private bool TryReadValueAttribute()
    {
        var rest = _content[_position.._limit];
        if (!rest.StartsWith("value=\""u8) && !rest.StartsWith("value='"u8) && !rest.StartsWith("content=\""u8))
        {
            return false;
        }

        _position += rest.IndexOf((byte)'=') + 1;
        return true;
    }

    // "Bearer value": the scheme of an Authorization header, wherever it stands.
    private readonly bool IsScheme()
    {
        var name = _content[_nameStart..Math.Min(_limit, _nameStart + "bearer ".Length)];
        return name.SequenceEqual("Bearer "u8) || name.SequenceEqual("bearer "u8) || name.SequenceEqual("BEARER "u8);
    }

    // "ENV NAME value", "setx", "setenv", fish's "set -gx", .netrc's "login … password value": what stands before the name says that a value follows a blank.
    private readonly bool FollowsEnvironmentWord()
    {
        var before = _content[Math.Max(0, _nameStart - LongestPrefix).._nameStart];
        before = before[(before.LastIndexOf((byte)'\n') + 1)..];
        if (before.IndexOf("login "u8) >= 0)
        {
            return true;
        }

        var word = before.TrimEnd(" \t"u8);
        return word.Length < before.Length && (word.EndsWith("ENV"u8) || word.EndsWith("setx"u8) || word.EndsWith("setenv"u8) || EndsWithExportFlag(word));
    }

    private static bool EndsWithExportFlag(ReadOnlySpan<byte> word)
    {
        var flag = word.LastIndexOf("set -"u8);
        var letters = flag < 0 ? default : word[(flag + "set -".Length)..];
        return letters.Length is > 0 and <= 3 && letters.IndexOf((byte)'x') >= 0 && letters.IndexOfAnyExcept("gxUl"u8) < 0;
    }

    private void SkipToValue(Separator separator)
    {
        SkipBlanks();
        if (separator is Separator.Equals or Separator.Call or Separator.List or Separator.Colon)
        {
            SkipLineBreakBeforeQuote(separator);
            SkipWrapper();
        }
    }

    // Some("value"), Base64.decode("value"), new Secret("value"), ["value", …]: what holds or converts the value. Calls that look something up by a name are not here.
    private void SkipWrapper()
    {
        var start = _position;
        for (var nested = 0; nested < MostWrappers; nested++)
        {
            var end = _position;
            while (end < _limit && (AssignmentReader.IsName(_content[end]) || _content[end] is (byte)':' or (byte)'&' or (byte)'!'
                || (_content[end] == (byte)' ' && _content[_position..end].SequenceEqual("new"u8))))
            {
                end++;
            }

            if (end + 1 >= _limit || !OpensWrapper(_content[_position..end], _content[end]))
            {
                break;
            }

            _position = end + 1;
            if (IsQuoteAhead())
            {
                return;
            }
        }

        _position = start;
    }

    private static bool OpensWrapper(ReadOnlySpan<byte> callee, byte bracket) =>
        bracket == (byte)'[' ? callee.IsEmpty : bracket == (byte)'(' && WrapperWords.IsWrapper(callee);

    // A quote, or the letter or two of a string's prefix before it.
    private readonly bool IsQuoteAhead()
    {
        var ahead = _content.Slice(_position, Math.Min(3, _content.Length - _position));
        var quote = ahead.IndexOfAny((byte)'"', (byte)'\'', (byte)'`');
        return quote >= 0 && ahead[..quote].IndexOfAnyExcept(ValueReader.StringPrefixes) < 0;
    }

    // A value may stand on the next line: after an opening parenthesis, an operator at the line's end, or YAML's block signs.
    private void SkipLineBreakBeforeQuote(Separator separator)
    {
        var start = _position;
        if (separator == Separator.Colon && Current is (byte)'|' or (byte)'>')
        {
            _position++;
            if (Current is (byte)'-' or (byte)'+')
            {
                _position++;
            }

            if (SkipOneLineBreak())
            {
                return;
            }

            _position = start;
            return;
        }

        if (Current == (byte)'(' || (Current == (byte)'\\' && Next is (byte)'\r' or (byte)'\n'))
        {
            _position++;
        }

        if ((Current is (byte)'\r' or (byte)'\n' && SkipOneLineBreak() || _position > start) && Current is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            return;
        }

        _position = start;
    }

    private bool SkipOneLineBreak()
    {
        if (Current == (byte)'\r')
        {
            _position++;
        }

        if (Current != (byte)'\n')
        {
            return false;
        }

        _position++;
        SkipBlanks();
        return true;
    }
}
