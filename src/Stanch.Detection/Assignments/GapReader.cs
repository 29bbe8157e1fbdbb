namespace Stanch.Detection.Assignments;

/// <summary>Walks from the end of a name over whatever stands between it and its value: closing quotes and brackets, a type, the operator.</summary>
internal ref struct GapReader(ReadOnlySpan<byte> content, int nameStart, int nameEnd, int limit)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly int _nameStart = nameStart;
    private readonly int _nameEnd = nameEnd;
    private readonly int _limit = limit;
    private int _position = nameEnd;

    /// <param name="position">Where the value (or its opening quote) starts.</param>
    /// <param name="separator">What stood between.</param>
    /// <param name="mustBeQuoted">True where only a quoted value is one: otherwise this is prose or an expression.</param>
    public bool TryFindValue(out int position, out Separator separator, out bool mustBeQuoted)
    {
        var flag = IsFlag();
        var isNoName = IsNoName();
        _position = NameCloser.Skip(_content, _nameEnd, _limit, out var closer);
        mustBeQuoted = false;
        separator = default;
        var found = !isNoName && TryReadOperator(closer, flag, out separator, ref mustBeQuoted);
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

    // "input[type=password]:focus" selects, "--- PASS: Test" reports.
    private readonly bool IsNoName() => (Before == (byte)'=' && Current == (byte)']') || NameAnnouncer.IsOutcome(_content, _nameStart, _content[_nameStart.._nameEnd]);

    // "--name": the dashes are name characters and were taken into the name.
    private readonly bool IsFlag() => _content[_nameStart] == (byte)'-';

    // "${NAME:-value}", "${name:value}": the value ends with the brace.
    private readonly bool IsExpansion() => _nameStart > 1 && Before == (byte)'{' && _content[_nameStart - 2] is (byte)'$' or (byte)'#';

    // Takes over where another reader got to; less than nothing where it found nothing.
    private bool Moved(int position)
    {
        _position = position < 0 ? _position : position;
        return position >= 0;
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
        if (Moved(NameValueList.AfterName(_content, _position, _limit)))
        {
            return true;
        }

        if (Moved(MarkdownReader.AfterCell(_content, _nameStart, _position, _limit)))
        {
            separator = Separator.List;
            return true;
        }

        _position = MarkdownReader.SkipEmphasis(_content, _position, _limit);
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
            case (byte)'<' when Before == (byte)'>' && Moved(MarkupReader.AfterPartner(_content, _position, _limit)):
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
            case (byte)'>' when closer != 0 || MarkupReader.IsElement(_content, _nameStart):
                _position++;
                separator = Separator.Markup;
                return true;
            case (byte)'(' when closer == 0:
            case (byte)'{' when closer == 0 && Next is (byte)'"' or (byte)'\'':
                _position++;
                mustBeQuoted = true;
                separator = Separator.Call;
                return true;
            // In a list the name is a whole literal: the end of a longer one names nothing.
            case (byte)',' when closer != 0 && Before == closer:
                _position++;
                mustBeQuoted = true;
                separator = _nameStart > 1 && _content[_nameStart - 2] == (byte)'(' ? Separator.Call : Separator.List;
                return true;
            case (byte)',' when closer == 0 && BindingCall.SeparatorOf(_content, _nameStart) is { } bound:
                _position++;
                mustBeQuoted = true;
                separator = bound;
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

        _position = MarkdownReader.SkipEmphasis(_content, _position, _limit);
        if (Moved(TypeReader.AfterAnnotation(_content, _position, _limit)))
        {
            separator = Separator.Equals;
            mustBeQuoted = true;
        }

        return true;
    }

    private bool ReadSpaced(byte closer, bool flag, bool spaced, out Separator separator, ref bool mustBeQuoted)
    {
        separator = Separator.Space;
        if (!spaced)
        {
            return false;
        }

        if (MarkupReader.IsElement(_content, _nameStart))
        {
            separator = Separator.Markup;
            return Moved(MarkupReader.AfterTag(_content, _position, _limit));
        }

        if (Moved(MarkupReader.AfterValueAttribute(_content, _position, _limit)))
        {
            separator = Separator.Markup;
            mustBeQuoted = true;
            return true;
        }

        if (flag || NameAnnouncer.FollowsWord(_content, _nameStart) || (closer == 0 && NameAnnouncer.IsScheme(_content, _nameStart, _limit)))
        {
            return true;
        }

        if (closer == 0 && SettingLine.IsOne(_content, _nameStart, _position))
        {
            return true;
        }

        if (NameAnnouncer.IsVerb(_content, _nameStart, _content[_nameStart.._nameEnd]))
        {
            return false;
        }

        // SQL's "PASSWORD 'x'", Groovy's and Ruby's `password "x"`, prose's `the password is "x"`: only with quotes.
        mustBeQuoted = true;
        SkipVerb();

        if (closer == 0 && Current is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            return true;
        }

        separator = Separator.Equals;
        return closer == 0 && Moved(TypeReader.AfterType(_content, _position, _limit));
    }

    // "is", and before it "for the user x", "of the robot".
    private void SkipVerb()
    {
        var rest = _content[_position.._limit];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        rest = end < 0 ? rest : rest[..end];
        var verb = rest.StartsWith("for "u8) || rest.StartsWith("of "u8) ? rest.IndexOf(" is "u8) + 1 : 0;
        if (rest[verb..].StartsWith("is "u8))
        {
            _position += verb + "is ".Length;
            SkipBlanks();
        }
    }

    // YAML's "!!str value", Erlang's <<"value">>.
    private void SkipMarks(Separator separator)
    {
        var rest = _content[_position.._limit];
        if (separator == Separator.Colon && rest.StartsWith("!!str "u8))
        {
            _position += "!!str ".Length;
            SkipBlanks();
        }
        else if (rest.StartsWith("<<\""u8))
        {
            _position += "<<".Length;
        }
    }

    private void SkipToValue(Separator separator)
    {
        SkipBlanks();
        if (separator is Separator.Equals or Separator.Call or Separator.List or Separator.Colon)
        {
            _position = ValueLineBreak.Skip(_content, _position, _limit, separator);
            SkipMarks(separator);
            _position = ValueWrapper.Skip(_content, _position, _limit);
        }
    }
}
