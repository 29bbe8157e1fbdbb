using System.Collections.Concurrent;

namespace Stanch.Sources.Git;

/// <summary>
/// One child and the thread that reads it. git ends at the first object whose content it cannot unfold; the lane then names that object and
/// goes on behind it with a new child.
/// </summary>
internal sealed class CatFileLane(GitCommand git, ObjectQueue queue, IObjectConsumer consumer)
{
    /// <summary>Larger objects are streamed (bytes).</summary>
    public const int LargestHeld = 16 << 20;

    private const int LongestLine = ObjectId.Sha256Hex + 1;

    /// <summary>Asked for and not yet answered. An id enters before it is written, so none is lost when the child dies.</summary>
    private readonly ConcurrentQueue<ObjectId> _asked = new();

    /// <summary>Returns false where the child was stopped from outside, true when the queue is done or the scan cancelled.</summary>
    public bool Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var first = _asked.IsEmpty ? queue.Take(cancellation) : [];
            if (first is null) return true;
            using var process = git.Start(cancellation, "cat-file", "--batch", "--buffer");
            process.Feed(input => Ask(input, first, cancellation));
            var unfinished = ReadAnswers(process);
            var exit = process.WaitForExit();
            if (cancellation.IsCancellationRequested) return true;
            if (process.WasStopped) return false;
            if (exit != 0 || unfinished is not null || !_asked.IsEmpty) Blame(unfinished, process.Errors);
        }
        return true;
    }

    private void Ask(Stream input, ObjectId[] first, CancellationToken cancellation)
    {
        var line = new byte[LongestLine];
        foreach (var id in _asked.ToArray()) Write(input, line, id);
        for (ObjectId[]? slice = first; slice is not null; slice = queue.Take(cancellation))
        {
            foreach (var id in slice) _asked.Enqueue(id);
            var lines = new byte[slice.Length * LongestLine];
            var end = 0;
            foreach (var id in slice)
            {
                end += id.Format(lines.AsSpan(end));
                lines[end++] = (byte)'\n';
            }
            input.Write(lines, 0, end);
            input.Flush();
        }
    }

    private static void Write(Stream input, byte[] line, ObjectId id)
    {
        var length = id.Format(line);
        line[length] = (byte)'\n';
        input.Write(line, 0, length + 1);
    }

    /// <summary>Returns the object whose content broke off; null where the last answer was whole.</summary>
    private ObjectId? ReadAnswers(GitProcess process)
    {
        using var output = new PipeBuffer(process.Output);
        var unfinished = ReadAnswers(output);
        if (!output.AtEnd) process.Kill();
        return unfinished;
    }

    private ObjectId? ReadAnswers(PipeBuffer output)
    {
        while (output.TryReadTo((byte)'\n', out var line))
        {
            if (!_asked.TryDequeue(out var asked)) return null;
            if (!ObjectHeader.TryParse(line, out var header)) consumer.NotRead(asked, GapKind.Absent, "the repository does not hold this object");
            else if (!Pass(header, output)) return asked;
        }
        return null;
    }

    private bool Pass(ObjectHeader header, PipeBuffer output)
    {
        if (header.Length > LargestHeld)
        {
            using var content = new CountedStream(output, header.Length);
            consumer.TakeLarge(header, content);
            return content.Drain() && output.TryRead(1, out _);
        }
        if (!output.TryRead((int)header.Length + 1, out var bytes)) return false;
        consumer.Take(header, bytes[..^1]);
        return true;
    }

    private void Blame(ObjectId? unfinished, string errors)
    {
        if (unfinished is null)
        {
            if (!_asked.TryDequeue(out var next)) return;
            unfinished = next;
        }
        var why = errors.Contains("Permission denied", StringComparison.Ordinal) ? GapKind.Unreadable : GapKind.Corrupt;
        consumer.NotRead(unfinished.Value, why, errors.Length == 0 ? "git cannot read this object" : $"git cannot read this object: {errors.Split('\n')[^1]}");
    }
}
