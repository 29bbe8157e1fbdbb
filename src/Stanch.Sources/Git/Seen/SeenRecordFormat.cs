using System.Buffers.Binary;

namespace Stanch.Sources.Git.Seen;

/// <summary>The record as bytes: lists with their lengths before them, ids as git has them. Read only behind the file's keyed hash.</summary>
internal static class SeenRecordFormat
{
    public static void Write(BinaryWriter writer, SeenRecord record, int idLength)
    {
        writer.Write(record.Engine);
        writer.Write(record.Detectors);
        WriteList(writer, record.Prints, pair =>
        {
            writer.Write(pair.Key);
            writer.Write(pair.Value);
        });
        WriteList(writer, record.Packs, writer.Write);
        writer.Write(record.InPacks.Blobs);
        writer.Write(record.InPacks.Bytes);
        WriteList(writer, record.Matched, set =>
        {
            writer.Write(set.DependsOnAll);
            WriteList(writer, set.Ids, writer.Write);
        });
        WriteList(writer, record.Names, name =>
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt128LittleEndian(bytes, name);
            writer.Write(bytes);
        });
        WriteList(writer, record.Found, pair =>
        {
            WriteId(writer, pair.Key, idLength);
            WriteList(writer, pair.Value, writer.Write7BitEncodedInt);
        });
        WriteList(writer, record.Pointers, id => WriteId(writer, id, idLength));
        WriteList(writer, record.Tags, pair =>
        {
            WriteId(writer, pair.Key, idLength);
            WriteId(writer, pair.Value.Id, idLength);
            writer.Write((byte)pair.Value.Kind);
        });
        WriteList(writer, record.Large, pair =>
        {
            WriteId(writer, pair.Key, idLength);
            writer.Write(pair.Value);
        });
        WriteList(writer, record.Paths, path =>
        {
            writer.Write7BitEncodedInt(path.Length);
            writer.Write(path);
        });
        WriteList(writer, record.Commits.Values, commit => WriteCommit(writer, commit, record, idLength));
    }

    public static SeenRecord Read(BinaryReader reader, int idLength)
    {
        var record = new SeenRecord
        {
            Engine = reader.ReadString(),
            Detectors = reader.ReadString(),
            Prints = ReadList(reader, () => (reader.ReadString(), reader.ReadUInt64())).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
            Packs = ReadList(reader, reader.ReadString),
            InPacks = (reader.ReadInt64(), reader.ReadInt64()),
            Matched = [.. ReadList(reader, () =>
            {
                var dependsOnAll = reader.ReadBoolean();
                return new MatchedDetectors(ReadList(reader, reader.ReadString), dependsOnAll);
            })],
            Names = [.. ReadList(reader, () => BinaryPrimitives.ReadUInt128LittleEndian(reader.ReadBytes(16)))],
            Found = ReadList(reader, () => (ReadId(reader, idLength), ReadList(reader, reader.Read7BitEncodedInt))).ToDictionary(),
            Pointers = [.. ReadList(reader, () => ReadId(reader, idLength))],
            Tags = ReadList(reader, () => (ReadId(reader, idLength), (ReadId(reader, idLength), (ObjectKind)reader.ReadByte()))).ToDictionary(),
            Large = ReadList(reader, () => (ReadId(reader, idLength), reader.ReadInt64())).ToDictionary(),
            Paths = [.. ReadList(reader, () => reader.ReadBytes(reader.Read7BitEncodedInt()))],
        };
        var commits = reader.Read7BitEncodedInt();
        record.Commits.EnsureCapacity(commits);
        record.Changes.EnsureCapacity(commits);
        for (var i = 0; i < commits; i++) ReadCommit(reader, record, idLength);
        return record;
    }

    private static void WriteCommit(BinaryWriter writer, CommitLinks commit, SeenRecord record, int idLength)
    {
        WriteId(writer, commit.Id, idLength);
        WriteId(writer, commit.Tree, idLength);
        writer.Write(commit.Date);
        writer.Write7BitEncodedInt(commit.Parents.Length);
        foreach (var parent in commit.Parents) WriteId(writer, parent, idLength);
        if (!record.Changes.TryGetValue(commit.Id, out var changes))
        {
            writer.Write7BitEncodedInt(0);
            return;
        }
        writer.Write7BitEncodedInt(1 + changes.Against);
        writer.Write7BitEncodedInt(changes.Changes.Count);
        foreach (var change in changes.Changes)
        {
            writer.Write7BitEncodedInt(change.Path);
            writer.Write((byte)((change.OldIsSubmodule ? 1 : 0) | (change.NewIsSubmodule ? 2 : 0)));
            WriteId(writer, change.Old, idLength);
            WriteId(writer, change.New, idLength);
        }
    }

    private static void ReadCommit(BinaryReader reader, SeenRecord record, int idLength)
    {
        var (id, tree, date) = (ReadId(reader, idLength), ReadId(reader, idLength), reader.ReadInt64());
        var parents = new ObjectId[reader.Read7BitEncodedInt()];
        for (var i = 0; i < parents.Length; i++) parents[i] = ReadId(reader, idLength);
        record.Commits.Add(id, new CommitLinks(id, tree, parents, date));
        var against = reader.Read7BitEncodedInt() - 1;
        if (against < 0) return;
        var count = reader.Read7BitEncodedInt();
        var changes = count == 0 ? [] : new SeenChange[count];
        for (var i = 0; i < count; i++)
        {
            var path = reader.Read7BitEncodedInt();
            var flags = reader.ReadByte();
            changes[i] = new SeenChange(path, ReadId(reader, idLength), ReadId(reader, idLength), (flags & 1) != 0, (flags & 2) != 0);
        }
        record.Changes.Add(id, new CommitChanges(against, changes));
    }

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyCollection<T> list, Action<T> write)
    {
        writer.Write7BitEncodedInt(list.Count);
        foreach (var item in list) write(item);
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<T> read)
    {
        var list = new T[reader.Read7BitEncodedInt()];
        for (var i = 0; i < list.Length; i++) list[i] = read();
        return list;
    }

    private static void WriteId(BinaryWriter writer, ObjectId id, int idLength)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.Sha256Hex / 2];
        id.Write(bytes);
        writer.Write(bytes[..idLength]);
    }

    private static ObjectId ReadId(BinaryReader reader, int idLength)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.Sha256Hex / 2];
        reader.BaseStream.ReadExactly(bytes[..idLength]);
        return ObjectId.FromBytes(bytes[..idLength]);
    }
}
