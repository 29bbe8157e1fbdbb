namespace Stanch.Detection.Assignments;

/// <summary>Walks from the end of a name over whatever stands between it and its value: closing quotes and brackets, a type, the operator.</summary>
internal ref struct GapReader(ReadOnlySpan<byte> content, int nameStart, int nameEnd, int limit)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly int _nameStart = nameStart;
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

    private byte SkipClosers()
    {
        byte closer = 0;
        if (Current == (byte)'\\' && Next is (byte)'"' or (byte)'\'')
        {
            _position++;
        }

        if (Current is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            closer = Current;
            _position++;
        }

        if (Current is (byte)']' or (byte)'}')
        {
            _position++;
        }
        else if (Current == (byte)'[' && Next == (byte)']')
        {
            _position += 2;
        }

        return closer;
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
        var before = _position;
        SkipBlanks();
        var spaced = _position > before;
        separator = Separator.Equals;
        switch (Current)
        {
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
            case (byte)'>' when Before == (byte)'<' || closer != 0:
                _position++;
                separator = Separator.Markup;
                return true;
            case (byte)'(' when closer == 0:
                _position++;
                mustBeQuoted = true;
                separator = Separator.Call;
                return true;
            case (byte)',' when closer != 0:
                _position++;
                mustBeQuoted = true;
                separator = Separator.Call;
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

        if (TryReadValueAttribute())
        {
            separator = Separator.Markup;
            mustBeQuoted = true;
            return true;
        }

        if (flag || FollowsEnvironmentWord())
        {
            return true;
        }

        // SQL's "PASSWORD 'x'", Groovy's and Ruby's `password "x"`: only with quotes, else it is prose.
        mustBeQuoted = true;
        return closer == 0 && Current is (byte)'"' or (byte)'\'' or (byte)'`';
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

    // "ENV NAME value" and "ARG", "setx", "set": the word before the name says that a value follows a blank.
    private readonly bool FollowsEnvironmentWord()
    {
        var before = _content[Math.Max(0, _nameStart - 6).._nameStart].TrimEnd(" \t"u8);
        return before.Length < _nameStart && (before.EndsWith("ENV"u8) || before.EndsWith("setx"u8));
    }

    private void SkipToValue(Separator separator)
    {
        SkipBlanks();
        if (separator is Separator.Equals or Separator.Call or Separator.Colon)
        {
            SkipLineBreakBeforeQuote(separator);
        }
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

        if (Current is (byte)'(' or (byte)'\\')
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
