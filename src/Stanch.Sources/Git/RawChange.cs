namespace Stanch.Sources.Git;

/// <summary>One path that differs between two trees. A null id: the path is not there on that side. Spans do not outlive the call.</summary>
internal readonly ref struct RawChange
{
    private const int ModeDigits = 6;
    private static ReadOnlySpan<byte> LinkMode => "160000"u8;

    public ObjectId Old { get; init; }
    public ObjectId New { get; init; }
    public bool OldIsSubmodule { get; init; }
    public bool NewIsSubmodule { get; init; }

    /// <summary><c>A</c> <c>M</c> <c>D</c> <c>T</c> or <c>U</c>.</summary>
    public byte Status { get; init; }

    public ReadOnlySpan<byte> Path { get; init; }

    /// <summary>Reads <c>:mode mode id id status</c>; see https://git-scm.com/docs/git-diff-tree#_raw_output_format.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, ReadOnlySpan<byte> path, out RawChange change)
    {
        change = default;
        if (line.Length < (2 * ModeDigits) + 4 || line[0] != ':') return false;
        var oldMode = line.Slice(1, ModeDigits);
        var newMode = line.Slice(2 + ModeDigits, ModeDigits);
        var rest = line[(3 + (2 * ModeDigits))..];
        var space = rest.IndexOf((byte)' ');
        if (space < 0 || rest.Length < (2 * space) + 3) return false;
        if (!ObjectId.TryParse(rest[..space], out var old) || !ObjectId.TryParse(rest.Slice(space + 1, space), out var @new)) return false;
        change = new RawChange
        {
            Old = old,
            New = @new,
            OldIsSubmodule = oldMode.SequenceEqual(LinkMode),
            NewIsSubmodule = newMode.SequenceEqual(LinkMode),
            Status = rest[(2 * space) + 2],
            Path = path,
        };
        return true;
    }
}
