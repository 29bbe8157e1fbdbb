using System.Buffers.Text;
using System.Text;

namespace Stanch.Sources.Git;

/// <summary>Reads the object of a commit or of an annotated tag. Format: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_git_commit_objects</summary>
internal static class CommitObject
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Where the message starts: behind the first empty line.</summary>
    public static int MessageStart(ReadOnlySpan<byte> content)
    {
        var at = content.IndexOf("\n\n"u8);
        return at < 0 ? content.Length : at + 2;
    }

    /// <summary>Tree, parents and date; false where the object has no tree.</summary>
    public static bool TryParseLinks(ObjectId id, ReadOnlySpan<byte> content, out CommitLinks links)
    {
        var tree = default(ObjectId);
        var parents = new List<ObjectId>(1);
        var date = 0L;
        foreach (var range in Headers(content).Split((byte)'\n'))
        {
            var line = content[range];
            if (line.StartsWith("tree "u8)) tree = ObjectId.ParseOrNull(line[5..]);
            else if (line.StartsWith("parent "u8) && ObjectId.TryParse(line[7..], out var parent)) parents.Add(parent);
            else if (line.StartsWith("committer "u8)) date = Seconds(line, out _);
        }
        links = new CommitLinks(id, tree, [.. parents], date);
        return !tree.IsNull;
    }

    /// <summary>The same; the null id stands for a tree that is missing.</summary>
    public static CommitLinks Links(ObjectId id, ReadOnlySpan<byte> content) => TryParseLinks(id, content, out var links) ? links : new CommitLinks(id, default, [], 0);

    /// <summary>What the tag names, and of what kind it is; null where it does not say.</summary>
    public static (ObjectId Id, ObjectKind Kind)? Target(ReadOnlySpan<byte> content)
    {
        var id = default(ObjectId);
        var kind = ObjectKind.Unknown;
        foreach (var range in Headers(content).Split((byte)'\n'))
        {
            var line = content[range];
            if (line.StartsWith("object "u8)) id = ObjectId.ParseOrNull(line[7..]);
            else if (line.StartsWith("type "u8)) kind = ObjectKinds.Parse(line[5..]);
        }
        return id.IsNull ? null : (id, kind);
    }

    /// <summary>What a finding shows of a commit. Nothing in it can make this fail.</summary>
    public static CommitInfo Describe(ObjectId id, ReadOnlySpan<byte> content)
    {
        var author = "";
        var date = DateTimeOffset.UnixEpoch;
        foreach (var range in Headers(content).Split((byte)'\n'))
        {
            var line = content[range];
            if (!line.StartsWith("author "u8)) continue;
            var end = line.LastIndexOf((byte)'>');
            author = Decode(line[7..(end < 7 ? line.Length : end + 1)]).Trim();
            date = When(line);
        }
        return new CommitInfo(id.ToString(), author, date, Summary(content));
    }

    private static ReadOnlySpan<byte> Headers(ReadOnlySpan<byte> content) => content[..Math.Max(0, MessageStart(content) - 1)];

    private static string Summary(ReadOnlySpan<byte> content)
    {
        var message = content[MessageStart(content)..].TrimStart("\n\r \t"u8);
        var end = message.IndexOf((byte)'\n');
        return Decode(end < 0 ? message : message[..end]).Trim();
    }

    private static DateTimeOffset When(ReadOnlySpan<byte> line)
    {
        var seconds = Math.Clamp(Seconds(line, out var zone), 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 86_400);
        var minutes = (zone / 100 * 60) + (zone % 100);
        return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(Math.Abs(minutes) > 14 * 60 ? 0 : minutes));
    }

    /// <summary>The two numbers behind the address: seconds since 1970, and the zone as ±HHMM.</summary>
    private static long Seconds(ReadOnlySpan<byte> line, out int zone)
    {
        zone = 0;
        var rest = line[(line.LastIndexOf((byte)'>') + 1)..].TrimStart((byte)' ');
        if (!Utf8Parser.TryParse(rest, out long seconds, out var used)) return 0;
        rest = rest[used..].TrimStart((byte)' ');
        if (Utf8Parser.TryParse(rest.StartsWith("+"u8) ? rest[1..] : rest, out int parsed, out _)) zone = parsed;
        return seconds;
    }

    /// <summary>UTF-8 where it is that, else Latin-1, which every byte is.</summary>
    private static string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(text);
        }
    }
}
