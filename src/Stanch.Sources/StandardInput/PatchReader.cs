using System.Globalization;
using System.Text;

namespace Stanch.Sources.StandardInput;

/// <summary>
/// Reads unified diffs as git and diff write them. Each hunk's new side is one blob that starts at the line it has in the patched file; only added
/// lines count as new. <see href="https://git-scm.com/docs/diff-format#generate_patch_text_with_p"/>
/// </summary>
internal static class PatchReader
{
    private const int Sniffed = 4096;

    /// <summary>True where the text starts like a patch: a file header and a hunk, perhaps behind a commit's message.</summary>
    public static bool IsPatch(ReadOnlySpan<byte> text)
    {
        if (StartsLine(text, "diff --git "u8))
        {
            return true;
        }

        var head = text[..Math.Min(text.Length, Sniffed)];
        return StartsLine(head, "--- "u8) && StartsLine(head, "+++ "u8) && StartsLine(head, "@@ -"u8);
    }

    public static void Read(ReadOnlySpan<byte> patch, IBlobSink sink, CancellationToken cancellation)
    {
        var path = "";
        var lines = new LineCursor(patch);
        while (!cancellation.IsCancellationRequested && lines.TryNext(out var line))
        {
            if (line.StartsWith("+++ "u8))
            {
                path = PathOf(line[4..]);
            }
            else if (line.StartsWith("Binary files "u8) || line.StartsWith("GIT binary patch"u8))
            {
                sink.NotRead(new CoverageGap(path.Length == 0 ? "<patch>" : path, GapKind.SpecialFile, "a binary patch: scan the file itself"));
            }
            else if (line.StartsWith("@@ "u8) && TryReadHeader(line, out var oldCount, out var newStart, out var newCount))
            {
                ReadHunk(ref lines, path, oldCount, newStart, newCount, sink);
            }
        }
    }

    private static void ReadHunk(ref LineCursor lines, string path, int oldCount, int newStart, int newCount, IBlobSink sink)
    {
        using var content = new MemoryStream();
        var added = new HashSet<int>();
        var number = newStart;
        while ((oldCount > 0 || newCount > 0) && lines.TryNext(out var line))
        {
            var sign = line.IsEmpty ? (byte)' ' : line[0];
            if (sign == (byte)'\\')
            {
                continue;
            }

            if (sign != (byte)'+')
            {
                oldCount--;
            }

            if (sign == (byte)'-')
            {
                continue;
            }

            if (sign == (byte)'+')
            {
                added.Add(number);
            }

            newCount--;
            number++;
            content.Write(line.IsEmpty ? line : line[1..]);
            content.WriteByte((byte)'\n');
        }

        if (added.Count > 0)
        {
            sink.Accept(new Blob(content.GetBuffer().AsSpan(0, (int)content.Length), new Provenance.Patch(path)) { FirstLine = newStart, NewLines = added });
        }
    }

    // "@@ -12,7 +12,9 @@": a count that is left out is 1.
    private static bool TryReadHeader(ReadOnlySpan<byte> line, out int oldCount, out int newStart, out int newCount)
    {
        oldCount = newStart = newCount = 0;
        var parts = Encoding.ASCII.GetString(line[..Math.Min(line.Length, 80)]).Split(' ');
        return parts.Length >= 4 && parts[3] == "@@" && TryReadRange(parts[1], '-', out _, out oldCount) && TryReadRange(parts[2], '+', out newStart, out newCount);
    }

    private static bool TryReadRange(string text, char sign, out int start, out int count)
    {
        count = 1;
        start = 0;
        if (text.Length < 2 || text[0] != sign)
        {
            return false;
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var first = comma < 0 ? text.AsSpan(1) : text.AsSpan(1, comma - 1);
        return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out start)
            && (comma < 0 || int.TryParse(text.AsSpan(comma + 1), NumberStyles.None, CultureInfo.InvariantCulture, out count));
    }

    // "b/path", perhaps quoted with octal escapes, perhaps with a tab and a date behind it.
    private static string PathOf(ReadOnlySpan<byte> text)
    {
        var tab = text.IndexOf((byte)'\t');
        var path = QuotedPath.Read((tab < 0 ? text : text[..tab]).TrimEnd((byte)'\r'));
        return path.StartsWith("b/", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static bool StartsLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var at = text.IndexOf(word); at >= 0;)
        {
            if (at == 0 || text[at - 1] == (byte)'\n')
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf(word);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private ref struct LineCursor(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        public bool TryNext(out ReadOnlySpan<byte> line)
        {
            if (_rest.IsEmpty)
            {
                line = default;
                return false;
            }

            var end = _rest.IndexOf((byte)'\n');
            line = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            return true;
        }
    }
}
