namespace Stanch.Sources.Git;

/// <summary>Compares trees through <c>git diff-tree</c>, which reads trees only, never a blob, attribute or driver.</summary>
internal sealed class GitTreeDiff(GitCommand git) : ITreeDiff
{
    /// <summary>A damaged tree ends git; with more of them than this the rest of the pairs is given up (each costs a new process).</summary>
    private const int MostRestarts = 200;

    /// <summary>Fewer pairs than this are not worth a second process.</summary>
    private const int LeastPairsALane = 256;

    private const string NotCompared = "a tree cannot be read";

    private static readonly string[] Arguments =
        ["diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--full-index", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none"];

    public IReadOnlyList<(int Number, string Why)> Compare(IReadOnlyList<TreePair> pairs, int jobs, Func<ObjectId, bool>? matters, ITreeDiff.ChangeHandler each, CancellationToken cancellation)
    {
        var lanes = Math.Clamp(pairs.Count / LeastPairsALane, 1, jobs);
        var failures = new List<(int, string)>[lanes];
        Lanes.Run(lanes, lane =>
        {
            var from = (int)((long)pairs.Count * lane / lanes);
            var to = (int)((long)pairs.Count * (lane + 1) / lanes);
            failures[lane] = Compare(new PairRange(pairs, from, to), each, cancellation);
        });
        return [.. failures.SelectMany(list => list)];
    }

    private List<(int, string)> Compare(PairRange range, ITreeDiff.ChangeHandler each, CancellationToken cancellation)
    {
        var failures = new List<(int, string)>();
        while (range.Next < range.End && !cancellation.IsCancellationRequested)
        {
            using var process = git.Start(cancellation, Arguments);
            var start = range.Next;
            process.Feed(input => Ask(input, range.Pairs, start, range.End));
            Read(process, range, failures, each);
            var exit = process.WaitForExit();
            if (cancellation.IsCancellationRequested || process.WasStopped || exit == 0) break;
            // A header is printed before the trees below are read: the last one names the pair that broke off.
            var broken = Math.Max(start, range.Next - 1);
            failures.Add((range.Pairs[broken].Number, process.Errors));
            range.Next = broken + 1;
            if (failures.Count >= MostRestarts) break;
        }
        for (; range.Next < range.End; range.Next++) failures.Add((range.Pairs[range.Next].Number, NotCompared));
        return failures;
    }

    private static void Ask(Stream input, IReadOnlyList<TreePair> pairs, int from, int to)
    {
        using var buffered = new BufferedStream(input, 32 * 1024);
        Span<byte> line = stackalloc byte[(2 * ObjectId.Sha256Hex) + 2];
        for (var i = from; i < to; i++)
        {
            var length = pairs[i].Old.Format(line);
            line[length++] = (byte)' ';
            length += pairs[i].New.Format(line[length..]);
            line[length++] = (byte)'\n';
            buffered.Write(line[..length]);
        }
    }

    private static void Read(GitProcess process, PairRange range, List<(int, string)> failures, ITreeDiff.ChangeHandler each)
    {
        using var output = new PipeBuffer(process.Output);
        for (int next; (next = output.Peek()) >= 0;)
        {
            var isRead = next == ':'
                ? ReadChange(output, range.Pairs[range.Next - 1].Number, each)
                : output.TryReadTo((byte)'\n', out var header) && range.TryMoveTo(header, number => failures.Add((number, NotCompared)));
            if (!isRead) break;
        }
        if (!output.AtEnd) process.Kill();
    }

    private static bool ReadChange(PipeBuffer output, int number, ITreeDiff.ChangeHandler each)
    {
        if (!output.TryReadRecord(out var line, out var path)) return false;
        if (RawChange.TryParse(line, path, out var change)) each(number, change);
        return true;
    }

    private sealed class PairRange(IReadOnlyList<TreePair> pairs, int from, int to)
    {
        public IReadOnlyList<TreePair> Pairs => pairs;
        public int Next { get; set; } = from;
        public int End => to;

        /// <summary>Moves behind the pair that git names; those before it, whose trees git could not read, are passed over.</summary>
        public bool TryMoveTo(ReadOnlySpan<byte> header, Action<int> passedOver)
        {
            var space = header.IndexOf((byte)' ');
            if (space < 0) return false;
            var (old, @new) = (ObjectId.ParseOrNull(header[..space]), ObjectId.ParseOrNull(header[(space + 1)..].TrimEnd((byte)' ')));
            for (; Next < to; Next++)
            {
                if (pairs[Next].Old == old && pairs[Next].New == @new)
                {
                    Next++;
                    return true;
                }
                passedOver(pairs[Next].Number);
            }
            return false;
        }
    }
}
