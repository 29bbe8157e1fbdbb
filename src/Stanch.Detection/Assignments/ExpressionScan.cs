namespace Stanch.Detection.Assignments;

/// <summary>Walks over one expression, past its literals and brackets, to the end of the line, the statement, or the argument that it stands in.</summary>
internal ref struct ExpressionScan(ReadOnlySpan<byte> text, bool looksUp)
{
    private readonly ReadOnlySpan<byte> _text = text;
    // The first comma within a call that looks up a name stands before the value's default.
    private bool _looksUp = looksUp;
    private int _position = -1;
    private int _next;
    private int _depth;
    private bool _asks;

    /// <summary>Goes to the next sign; false at the end.</summary>
    public bool MoveNext()
    {
        _position = _next;
        if (_position >= _text.Length)
        {
            return false;
        }

        var b = _text[_position];
        _next = _position + 1;
        if (b is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            return TrySkipLiteral(b);
        }

        _depth += b is (byte)'(' or (byte)'[' or (byte)'{' ? 1 : b is (byte)')' or (byte)']' or (byte)'}' ? -1 : 0;
        return _depth >= 0 && b is not ((byte)'\r' or (byte)'\n' or (byte)';' or (byte)'#') && !(b == (byte)',' && _depth == 0);
    }

    /// <summary>Where what follows the operator at this place starts; -1 where there is none whose right side may be the value.</summary>
    public int AfterOperator()
    {
        var length = OperatorLength();
        if (length == 0)
        {
            return -1;
        }

        _next = _position + length;
        while (_next < _text.Length && _text[_next] is (byte)' ' or (byte)'\t')
        {
            _next++;
        }

        return _next;
    }

    private int OperatorLength()
    {
        var rest = _text[_position..];
        if (_looksUp && _depth == 1 && rest[0] == (byte)',')
        {
            _looksUp = false;
            return 1;
        }

        if (_depth > 0)
        {
            return 0;
        }

        if (rest.StartsWith("?:"u8) || rest.StartsWith("??"u8) || rest.StartsWith("||"u8))
        {
            return 2;
        }

        if (rest.StartsWith(" or "u8))
        {
            return 4;
        }

        var isBranch = rest.StartsWith("? "u8) || (_asks && rest.StartsWith(": "u8));
        _asks |= rest.StartsWith("? "u8);
        return isBranch ? 1 : 0;
    }

    private bool TrySkipLiteral(byte quote)
    {
        for (; _next < _text.Length && _text[_next] is not ((byte)'\r' or (byte)'\n'); _next++)
        {
            if (_text[_next] == quote)
            {
                _next++;
                return true;
            }

            _next += _text[_next] == (byte)'\\' ? 1 : 0;
        }

        return false;
    }
}
