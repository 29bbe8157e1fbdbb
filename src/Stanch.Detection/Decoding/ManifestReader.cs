using Stanch.Detection.Assignments;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Decoding;

/// <summary>
/// Walks from <c>kind: Secret</c> over the mapping that it stands in, in YAML or JSON, to the entries of <c>data</c> and <c>stringData</c>. It reads the lines as
/// they are and builds nothing: a manifest may be a template, or one of many in a file.
/// </summary>
internal ref struct ManifestReader(ReadOnlySpan<byte> content, int number, List<FoundMatch> found)
{
    /// <summary>Most bytes on either side of the keyword: segments of a stream overlap by more.</summary>
    public const int Reach = 64 << 10;

    private static readonly System.Buffers.SearchValues<byte> Between = System.Buffers.SearchValues.Create(" \t\r\n\":"u8);
    private static readonly System.Buffers.SearchValues<byte> AfterBare = System.Buffers.SearchValues.Create(",:} \n"u8);
    private readonly ReadOnlySpan<byte> _content = content;
    private readonly int _number = number;
    private readonly List<FoundMatch> _found = found;

    public void Read(int keywordStart, int keywordEnd)
    {
        // "Secret" is a part of SecretList and SecretProviderClass, and kind of alsoKind.
        if ((keywordEnd < _content.Length && AssignmentReader.IsName(_content[keywordEnd])) || (keywordStart > 0 && AssignmentReader.IsName(_content[keywordStart - 1])))
        {
            return;
        }

        var lineStart = LineStart(keywordStart);
        var indent = _content[lineStart..keywordStart];
        if (_content[keywordStart] == (byte)'"' || indent.IndexOf((byte)'{') >= 0)
        {
            ReadFlow(keywordStart);
        }
        else if (indent.IndexOfAnyInRange((byte)0, (byte)0x7F) < 0)
        {
            // At the line's start, or behind the quotation mark of a text that quotes it.
            ReadBlock(lineStart, 0);
        }
        else if (indent.IndexOfAnyExcept(" -"u8) < 0)
        {
            ReadBlock(lineStart, indent.Length);
        }
    }

    // The lines of the mapping: those that are indented as far, and what is under them.
    private readonly void ReadBlock(int kindLine, int column)
    {
        var first = kindLine;
        while (first > 0 && kindLine - first < Reach && !IsItemStart(first, column) && LineStart(first - 1) is var previous && BelongsTo(previous, column))
        {
            first = previous;
        }

        for (var line = first; line < _content.Length && line - kindLine < Reach;)
        {
            if (line > kindLine && (!BelongsTo(line, column) || IsItemStart(line, column)))
            {
                return;
            }

            var next = NextLine(line);
            var text = _content[line..next];
            if (text.Length > column && text[..column].IndexOfAnyExcept(" -"u8) < 0 && IsMapKey(text[column..], out var keyLength))
            {
                next = ReadEntries(line + column, line + column + keyLength, column);
            }

            line = next;
        }
    }

    private readonly int ReadEntries(int key, int position, int column)
    {
        var rest = _content[position..NextLine(position)].Trim(" \t\r\n"u8);
        if (rest.StartsWith("{"u8))
        {
            var open = position + _content[position..].IndexOf((byte)'{');
            ReadFlowEntries(key, open);
            return NextLine(position);
        }

        var line = NextLine(position);
        var entryColumn = -1;
        while (line < _content.Length && line - key < Reach)
        {
            var next = NextLine(line);
            var text = _content[line..next].TrimEnd("\r\n"u8);
            var indent = text.IndexOfAnyExcept((byte)' ');
            if (indent < 0 || text[indent] is (byte)'#' || text[indent..].StartsWith("{{"u8))
            {
                line = next;
                continue;
            }

            if (indent <= column)
            {
                return line;
            }

            entryColumn = entryColumn < 0 ? indent : entryColumn;
            line = indent == entryColumn ? ReadEntry(key, line + indent, next, indent) : next;
        }

        return line;
    }

    // "key: value", 'key': "value", and a block under "key: |".
    private readonly int ReadEntry(int map, int start, int next, int indent)
    {
        var line = _content[start..next].TrimEnd("\r\n"u8);
        var quote = line[0] is (byte)'"' or (byte)'\'' ? 1 : 0;
        var colon = line.IndexOf(": "u8);
        colon = colon < 0 && line[^1] == (byte)':' ? line.Length - 1 : colon;
        if (colon <= quote)
        {
            return next;
        }

        var (nameStart, nameEnd) = (start + quote, start + colon - quote);
        var valueStart = start + colon + 1;
        var value = _content[valueStart..(start + line.Length)];
        var trimmed = value.TrimStart((byte)' ');
        valueStart += value.Length - trimmed.Length;
        if (trimmed.IsEmpty || trimmed[0] is (byte)'|' or (byte)'>')
        {
            return ReadBlockValue(map, nameStart, nameEnd, next, indent);
        }

        if (trimmed[0] is (byte)'"' or (byte)'\'')
        {
            var close = trimmed[1..].IndexOf(trimmed[0]);
            Add(map, nameStart, nameEnd, valueStart + 1, valueStart + 1 + Math.Max(0, close), Separator.Colon, quoted: true);
            return next;
        }

        // Base 64 is ASCII: what follows is the text around it.
        var foreign = _content[map] == (byte)'d' ? trimmed.IndexOfAnyInRange((byte)0x80, (byte)0xFF) : -1;
        trimmed = foreign > 0 ? trimmed[..foreign] : trimmed;
        var comment = trimmed.IndexOf(" #"u8);
        Add(map, nameStart, nameEnd, valueStart, valueStart + (comment < 0 ? trimmed : trimmed[..comment]).TrimEnd((byte)' ').Length, Separator.Colon, quoted: false);
        return next;
    }

    private readonly int ReadBlockValue(int map, int nameStart, int nameEnd, int line, int indent)
    {
        var (start, end) = (-1, -1);
        while (line < _content.Length && line - nameStart < Reach)
        {
            var next = NextLine(line);
            var text = _content[line..next].TrimEnd(" \t\r\n"u8);
            var first = text.IndexOfAnyExcept((byte)' ');
            if (first >= 0 && first <= indent)
            {
                break;
            }

            if (first >= 0)
            {
                (start, end) = (start < 0 ? line + first : start, line + text.Length);
            }

            line = next;
        }

        if (start >= 0)
        {
            Add(map, nameStart, nameEnd, start, end, Separator.Colon, quoted: false);
        }

        return line;
    }

    // The braces around the keyword; those in strings are taken as they are: they come in pairs.
    private readonly void ReadFlow(int keyword)
    {
        var depth = 0;
        var open = keyword - 1;
        for (; open >= 0 && keyword - open < Reach; open--)
        {
            if (_content[open] == (byte)'}')
            {
                depth++;
            }
            else if (_content[open] == (byte)'{' && --depth < 0)
            {
                break;
            }
        }

        if (open < 0 || depth >= 0)
        {
            return;
        }

        depth = 0;
        for (var at = open; at < _content.Length && at - keyword < Reach; at++)
        {
            var b = _content[at];
            depth += b == (byte)'{' ? 1 : b == (byte)'}' ? -1 : 0;
            if (depth == 0)
            {
                return;
            }

            if (depth == 1 && b is (byte)'d' or (byte)'s' && !AssignmentReader.IsName(_content[at - 1]) && IsMapKey(_content[at..], out var length))
            {
                var next = at + length + _content[(at + length)..].IndexOfAnyExcept(Between);
                if (next > at + length - 1 && next < _content.Length && _content[next] == (byte)'{')
                {
                    ReadFlowEntries(at, next);
                }
            }
        }
    }

    private readonly void ReadFlowEntries(int map, int open)
    {
        var at = open + 1;
        while (at < _content.Length && at - open < Reach)
        {
            at += Math.Max(0, _content[at..].IndexOfAnyExcept(" \t\r\n,"u8));
            if (!TryReadScalar(ref at, out var name) || !TrySkipColon(ref at) || !TryReadScalar(ref at, out var value))
            {
                return;
            }

            Add(map, name.Start, name.End, value.Start, value.End, Separator.Colon, quoted: true);
        }
    }

    private readonly bool TryReadScalar(ref int at, out (int Start, int End) scalar)
    {
        scalar = default;
        if (at >= _content.Length || _content[at] is (byte)'{' or (byte)'}' or (byte)'[')
        {
            return false;
        }

        var isQuoted = _content[at] is (byte)'"' or (byte)'\'';
        var start = isQuoted ? at + 1 : at;
        var rest = _content[start..];
        var length = isQuoted ? rest.IndexOf(_content[at]) : rest.IndexOfAny(AfterBare);
        if (length < 0)
        {
            return false;
        }

        scalar = (start, start + length);
        at = start + length + (isQuoted ? 1 : 0);
        return true;
    }

    private readonly bool TrySkipColon(ref int at)
    {
        var blanks = _content[at..].IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (blanks < 0 || _content[at + blanks] != (byte)':')
        {
            return false;
        }

        at += blanks + 1;
        at += Math.Max(0, _content[at..].IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\n'));
        return true;
    }

    private readonly void Add(int map, int nameStart, int nameEnd, int start, int end, Separator separator, bool quoted)
    {
        if (end > start)
        {
            _found.Add(new FoundMatch(_number, map, end, start, end, 0, 0, new Assignment(nameStart, nameEnd, start, end, separator, quoted)));
        }
    }

    private static bool IsMapKey(ReadOnlySpan<byte> text, out int length)
    {
        length = text.StartsWith("data"u8) ? 4 : text.StartsWith("stringData"u8) ? 10 : 0;
        length += length > 0 && text.Length > length && text[length] == (byte)'"' ? 1 : 0;
        var isKey = length > 0 && text.Length > length && text[length] == (byte)':';
        length++;
        return isKey;
    }

    // Deeper, empty, a comment, or a template's line; a document's end is none.
    private readonly bool BelongsTo(int line, int column)
    {
        var text = _content[line..NextLine(line)].TrimEnd("\r\n"u8);
        if (text.StartsWith("---"u8))
        {
            return false;
        }

        var indent = text.IndexOfAnyExcept((byte)' ');
        return indent < 0 || text[indent] is (byte)'#' || text[indent..].StartsWith("{{"u8) || indent >= column || IsItemStart(line, column);
    }

    // "  - kind: Secret": the mapping starts with this line.
    private readonly bool IsItemStart(int line, int column)
    {
        if (column == 0)
        {
            return false;
        }

        var text = _content[line..Math.Min(_content.Length, line + column)];
        return text.IndexOf((byte)'-') >= 0 && text.IndexOfAnyExcept(" -"u8) < 0;
    }

    private readonly int LineStart(int position)
    {
        var from = Math.Max(0, position - Reach);
        return from + _content[from..position].LastIndexOf((byte)'\n') + 1;
    }

    private readonly int NextLine(int position)
    {
        var length = _content[position..].IndexOf((byte)'\n');
        return length < 0 ? _content.Length : position + length + 1;
    }
}
