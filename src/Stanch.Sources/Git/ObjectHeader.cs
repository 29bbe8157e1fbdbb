using System.Buffers.Text;

namespace Stanch.Sources.Git;

/// <summary>What git says of an object before its content: id, kind, length in bytes.</summary>
internal readonly record struct ObjectHeader(ObjectId Id, ObjectKind Kind, long Length)
{
    /// <summary>Reads <c>id kind length</c>; false for an answer of another form, such as <c>id missing</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out ObjectHeader header)
    {
        header = default;
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first < 0 || last <= first || !ObjectId.TryParse(line[..first], out var id)) return false;
        var kind = ObjectKinds.Parse(line[(first + 1)..last]);
        if (kind == ObjectKind.Unknown || !Utf8Parser.TryParse(line[(last + 1)..], out long length, out var used) || used != line.Length - last - 1 || length < 0) return false;
        header = new ObjectHeader(id, kind, length);
        return true;
    }
}
