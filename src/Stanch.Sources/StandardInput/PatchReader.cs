namespace Stanch.Sources.StandardInput;

/// <summary>
/// Reads unified diffs as git and diff write them, merges' combined ones too. Each hunk's new side is one blob that starts at the line it has in the patched
/// file; only added lines count as new. What stands between the patches (a commit's message, a text that only quotes a patch) is searched as it is.
/// <see href="https://git-scm.com/docs/diff-format#generate_patch_text_with_p"/>
/// </summary>
internal sealed class PatchReader(PatchLines lines, IBlobSink sink)
{
    private static readonly Provenance Between = new Provenance.StandardInput();
    private readonly PatchPaths _paths = new();

    /// <summary>True where a patch starts in the text: git's header line, or a file's two header lines and a hunk.</summary>
    public static bool IsPatch(ReadOnlySpan<byte> text)
    {
        if (StartsLine(text, "diff --git "u8) || StartsLine(text, "diff --cc "u8) || StartsLine(text, "diff --combined "u8))
        {
            return true;
        }

        return StartsLine(text, "--- "u8) && StartsLine(text, "+++ "u8) && StartsLine(text, "@@ -"u8);
    }

    public void Read(CancellationToken cancellation)
    {
        using var between = new PatchPiece();
        while (!cancellation.IsCancellationRequested && lines.TryNext())
        {
            if (HunkRanges.Read(lines.Current) is { } ranges)
            {
                between.Flush(Between, sink);
                ReadHunk(ranges, cancellation);
            }
            else if (lines.Current.StartsWith("GIT binary patch"u8) || lines.Current.StartsWith("Binary files "u8))
            {
                between.Flush(Between, sink);
                ReadBinary(isInline: lines.Current[0] == (byte)'G');
            }
            else
            {
                _paths.Take(lines.Current);
                between.NextLine = lines.Number;
                between.Add(lines.Current, isNew: true);
                between.FlushIfLong(Between, sink);
                NameCut(Between.Path);
            }
        }

        between.Flush(Between, sink);
        if (cancellation.IsCancellationRequested)
        {
            sink.NotRead(new CoverageGap(Between.Path, GapKind.Interrupted, $"stopped after line {lines.Number}"));
        }
    }

    private void ReadHunk(HunkRanges ranges, CancellationToken cancellation)
    {
        using var piece = new PatchPiece { NextLine = ranges.NewStart };
        var provenance = new Provenance.Patch(_paths.Path.Length == 0 ? "<patch>" : _paths.Path);
        while (ranges.IsOpen && !cancellation.IsCancellationRequested && lines.TryNext())
        {
            var line = lines.Current;
            var kind = ranges.Take(line);
            if (kind is null)
            {
                // Its header announced more: what comes is something else.
                lines.StepBack();
                break;
            }

            if (kind is HunkLine.Context or HunkLine.Added)
            {
                piece.Add(line[Math.Min(line.Length, ranges.Parents)..], kind == HunkLine.Added);
                piece.FlushIfLong(provenance, sink);
            }

            NameCut(provenance.Path);
        }

        piece.Flush(provenance, sink);
    }

    // An inline one goes on with "literal" or "delta" blocks, each to an empty line.
    private void ReadBinary(bool isInline)
    {
        sink.NotRead(new CoverageGap(_paths.Path.Length == 0 ? "<patch>" : _paths.Path, GapKind.SpecialFile, "a binary patch: scan the file itself"));
        while (isInline && lines.TryNext())
        {
            if (!lines.Current.StartsWith("literal "u8) && !lines.Current.StartsWith("delta "u8))
            {
                lines.StepBack();
                return;
            }

            while (lines.TryNext() && !lines.Current.TrimEnd((byte)'\r').IsEmpty)
            {
            }
        }
    }

    private void NameCut(string path)
    {
        if (lines.IsCut)
        {
            sink.NotRead(new CoverageGap(path, GapKind.Limit, $"line {lines.Number} of the patch is longer than {PatchLines.LongestLine >> 20} MB: the rest of it was not read; scan the file itself"));
        }
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
}
